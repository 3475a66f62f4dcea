using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DrInfra.Infra.Functions.Follower;

/// <summary>
/// Answers probes over HTTP: 200 or 503 on its path, 404 on others. It listens by itself, since the listener of .NET fails to start if somebody connects
/// in that instant, as whoever probes does.
/// </summary>
internal sealed class ProbeEndpoint : IDisposable
{
    private const string EndOfRequest = "\r\n\r\n";

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(2);

    private readonly TcpListener _listener;
    private readonly string _path;
    private readonly Func<bool> _isGood;

    public ProbeEndpoint(int port, string path, Func<bool> isGood)
    {
        (_listener, _path, _isGood) = (new TcpListener(IPAddress.Any, port), path, isGood);
        _listener.Start();
        _ = AcceptAsync();
    }

    public void Dispose() => _listener.Dispose();

    private async Task AcceptAsync()
    {
        while (true)
        {
            try
            {
                _ = AnswerAsync(await _listener.AcceptTcpClientAsync());
            }
            catch (SocketException fault) when (fault.SocketErrorCode is not (SocketError.OperationAborted or SocketError.Interrupted))
            {
                // Whoever asked has gone before it was accepted, or there are too many.
                await Task.Delay(Limit / 2);
            }
            catch (Exception fault) when (fault is SocketException or ObjectDisposedException or InvalidOperationException)
            {
                return;
            }
        }
    }

    private async Task AnswerAsync(TcpClient client)
    {
        using var asks = client;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            var stream = client.GetStream();
            var status = await ReadPathAsync(stream, limit.Token) != _path ? HttpStatusCode.NotFound
                : _isGood() ? HttpStatusCode.OK
                : HttpStatusCode.ServiceUnavailable;
            var answer = $"HTTP/1.1 {(int)status} {status}\r\nContent-Length: 0\r\nConnection: close{EndOfRequest}";
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), limit.Token);
        }
        catch (Exception fault)
            when (fault is IOException or SocketException or OperationCanceledException or ObjectDisposedException or InvalidOperationException)
        {
            // Whoever asked has gone, or says nothing.
        }
    }

    // A probe fits into a page: what is longer is none.
    private static async Task<string?> ReadPathAsync(NetworkStream stream, CancellationToken stop)
    {
        var (page, length) = (new byte[Environment.SystemPageSize], 0);
        while (length < page.Length)
        {
            var read = await stream.ReadAsync(page.AsMemory(length), stop);
            length += read;
            var text = Encoding.ASCII.GetString(page, 0, length);
            if (read == 0 || text.Contains(EndOfRequest, StringComparison.Ordinal))
            {
                return text.Split(' ') is [_, var path, ..] ? path.Split('?')[0] : null;
            }
        }

        return null;
    }
}
