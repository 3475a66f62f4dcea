using System.Diagnostics;
using DrInfra.Drctl.Commands;

namespace DrInfra.Tests.Drctl.Commands;

/// <summary>Ctrl-C, before anything is written and while a file is waited for.</summary>
public sealed class InterruptTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("drctl-interrupt-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Interrupted_PreviewEndsWith130_AndFilesStayAsTheyWere()
    {
        var before = Path.Combine(_folder, "dev.json");
        await File.WriteAllTextAsync(before, "before");
        using var interrupt = new CancellationTokenSource();
        using var output = new StringWriter();
        using var error = new InterruptAt("previewing dr", interrupt);

        var code = await DrctlApplication.RunAsync(
            ["preview", "-p", Repository.Shipped, "--format", "json", "--out", _folder],
                new CommandEnvironment(output, error, OutputIsTerminal: false, ErrorIsTerminal: true), interrupt.Token);

        Assert.Equal(ExitCodes.Interrupted, code);
        Assert.True(interrupt.IsCancellationRequested);
        Assert.Empty(output.ToString());
        Assert.DoesNotContain("   at ", error.ToString(), StringComparison.Ordinal);
        Assert.Equal([before], Directory.GetFiles(_folder));
        Assert.Equal("before", await File.ReadAllTextAsync(before));
    }

    [Fact]
    public void InterruptedWhileFilesAreWritten_NoneIsThere()
    {
        using var interrupt = new CancellationTokenSource();
        var files = new[] { "a.json", "b.json" }.Select(name => (Path.Combine(_folder, name), (Action<Stream>)(stream =>
        {
            stream.WriteByte(1);
            interrupt.Cancel();
        }))).ToList();

        Assert.Throws<OperationCanceledException>(() => FilesTogether.Write(_folder, files, interrupt.Token));

        Assert.Empty(Directory.GetFiles(_folder));
    }

    // A named pipe that nobody writes to keeps the command waiting for as long as it takes.
    [Fact]
    public async Task SignalWhileAFileIsRead_EndsTheProcessQuietlyWith130()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var pipe = Path.Combine(_folder, "pipe.json");
        using (var made = Process.Start("mkfifo", pipe))
        {
            await made.WaitForExitAsync();
        }

        // A shell that starts the tests in the background has them ignore the signal, and with them what they start.
        var report = Path.Combine(_folder, "report.json");
        string[] command = ["dotnet", typeof(DrctlApplication).Assembly.Location, "check", pipe, "--format", "json", "--out", report];
        command = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", .. command] : command;
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        // Opens as soon as the command reads.
        await using var writer = await Task.Run(() => new FileStream(pipe, FileMode.Open, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0));
        using (var kill = Process.Start("kill", ["-INT", $"{process.Id}"]))
        {
            await kill.WaitForExitAsync();
        }

        await process.WaitForExitAsync(new CancellationTokenSource(TimeSpan.FromSeconds(30)).Token);
        Assert.Equal(ExitCodes.Interrupted, process.ExitCode);
        Assert.Empty(await output);
        Assert.Empty(await error);
        Assert.Equal([pipe], Directory.GetFiles(_folder));
    }

    private sealed class InterruptAt(string text, CancellationTokenSource source) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value?.Contains(text, StringComparison.Ordinal) == true)
            {
                source.Cancel();
            }
        }
    }
}
