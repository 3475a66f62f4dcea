using System.CommandLine;

namespace DrInfra.Drctl.Commands;

/// <summary>Commands that compute without waiting for anything.</summary>
internal static class InterruptibleAction
{
    /// <summary>
    /// Runs the command beside the thread that listens for Ctrl-C. The token is cancelled then; a command that is not through two seconds
    /// later is left behind.
    /// </summary>
    public static void SetInterruptible(this Command command, Func<ParseResult, CancellationToken, int> run) =>
        command.SetAction((result, cancellationToken) => Task.Run(() => run(result, cancellationToken), cancellationToken));
}
