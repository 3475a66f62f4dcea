using System.Diagnostics;

namespace DrInfra.Tests.Benchmarks;

/// <summary>Other programs as processes: what they take, and what they say where they fail.</summary>
internal static class Commands
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="program">By its path, or by its name on PATH.</param>
    /// <param name="accepted">The exit codes that are no failure.</param>
    /// <param name="arguments">As the program is to get them.</param>
    /// <exception cref="InvalidOperationException">It ended with another exit code; the message has what it printed.</exception>
    public static (double Seconds, double PeakMiB) Run(string program, int[] accepted, params IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complained = process.StandardError.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(5))
        {
            peak = Math.Max(peak, Peak(process));
        }

        var seconds = watch.Elapsed.TotalSeconds;
        return accepted.Contains(process.ExitCode)
            ? (seconds, peak / 1048576.0)
            : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}: {said.Result}{complained.Result}");
    }

    // A process may end between any question whether it has and the next one.
    private static long Peak(Process process)
    {
        try
        {
            process.Refresh();
            return process.PeakWorkingSet64;
        }
        catch (InvalidOperationException)
        {
            return 0;
        }
    }
}
