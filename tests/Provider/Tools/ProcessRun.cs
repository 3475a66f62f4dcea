using System.Diagnostics;
using System.Text;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>A program that ran, or was stopped because it took too long.</summary>
internal sealed record ProcessRun(string Command, int ExitCode, string Output, string Error)
{
    /// <exception cref="TimeoutException">It took longer than allowed; it and what it started are gone.</exception>
    public static async Task<ProcessRun> Of(
        string folder, TimeSpan limit, IReadOnlyDictionary<string, string> environment, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(limit);
        var command = $"{program} {string.Join(' ', arguments)}";
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var error = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
            return new ProcessRun(command, process.ExitCode, await output, await error);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"{command} did not end within {limit}");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <exception cref="InvalidOperationException">The exit code is another one; with what was printed.</exception>
    public ProcessRun Expect(int exitCode = 0) => ExitCode == exitCode
        ? this
        : throw new InvalidOperationException($"{Command} ended with {ExitCode}, not {exitCode}\n{(Error.Length > 0 ? Error : Output)}");
}
