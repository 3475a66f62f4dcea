using System.Net;
using System.Net.Sockets;

namespace DrInfra.Policies.Hosting;

/// <summary>
/// Ends the pack when the engine has gone without saying so (it was killed): a process that it left behind would hold its pipes open
/// for ever.
/// </summary>
internal static class EngineWatch
{
    /// <summary>One refusal may be a moment of load; so many in a row are not.</summary>
    private const int MostRefusals = 2;

    /// <summary>An address that never answered may not be an engine's at all, as where recorded calls are replayed; it is given longer.</summary>
    private const int MostRefusalsUnheard = 60;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);

    /// <summary>Returns when nobody listens at the engine's address any more.</summary>
    public static async Task WaitUntilGoneAsync(EndPoint engine, CancellationToken cancel)
    {
        var heard = await AnswersAsync(engine, cancel);
        for (var refusals = 0; refusals < (heard ? MostRefusals : MostRefusalsUnheard);)
        {
            await Task.Delay(Interval, cancel);
            var answers = await AnswersAsync(engine, cancel);
            refusals = answers ? 0 : refusals + 1;
            heard |= answers;
        }
    }

    private static async Task<bool> AnswersAsync(EndPoint engine, CancellationToken cancel)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(Interval);
        try
        {
            await socket.ConnectAsync(engine, limit.Token);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            // Slow is not gone: a machine under load still has somebody listening.
            return true;
        }
    }
}
