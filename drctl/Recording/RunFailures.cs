using DrInfra.Recovery.Settings.Kit;
using Pulumi;

namespace DrInfra.Drctl.Recording;

/// <summary>Turns a failed run into what the user should read.</summary>
internal static class RunFailures
{
    private const string UnhandledMark = "failed with an unhandled exception:";

    /// <returns>The user's error; a fault of the program itself is thrown as it was, with its stack.</returns>
    public static ProblemsException From(Exception exception, ProgramRun run, RecordingMocks mocks)
    {
        switch (run.Failure?.SourceException)
        {
            case null:
                break;
            case ProblemsException known:
                return known;
            case RunException or ResourceException:
                return new ProblemsException(new Problem(run.Failure.SourceException.Message), run.Failure.SourceException);
            default:
                run.Failure.Throw();
                break;
        }

        if (mocks.Refusals is { Count: > 0 } refusals)
        {
            return new ProblemsException([.. refusals.Select(refusal => new Problem(refusal.Reason.Message, refusal.Resource))], inner: exception);
        }

        var messages = exception is AggregateException several ? several.InnerExceptions.Select(inner => inner.Message) : [exception.Message];
        return new ProblemsException(
            [.. messages.Select(Readable).Distinct().Order(StringComparer.Ordinal).Select(text => new Problem(text))], inner: exception);
    }

    /// <summary>The SDK logs an exception thrown inside an Apply as path, type, message and stack; the middle is what matters.</summary>
    private static string Readable(string message)
    {
        var start = message.IndexOf(UnhandledMark, StringComparison.Ordinal);
        var text = start < 0 ? message : message[(start + UnhandledMark.Length)..];
        var stack = text.IndexOf("\n   at ", StringComparison.Ordinal);
        return (stack < 0 ? text : text[..stack]).Trim();
    }
}
