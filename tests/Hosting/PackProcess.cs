using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DrInfra.Tests.Hosting;

/// <summary>The built pack in a process of its own, with an address that answers as the engine's does.</summary>
internal sealed class PackProcess : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly TcpListener _engine;
    private readonly StringBuilder _stdout = new();
    private readonly StringBuilder _stderr = new();

    private PackProcess(Process process, TcpListener engine)
    {
        _process = process;
        _engine = engine;
        _process.ErrorDataReceived += (_, line) => _stderr.AppendLine(line.Data);
        _process.BeginErrorReadLine();
    }

    public GrpcClient Client { get; private set; } = null!;

    public string Stdout => _stdout.ToString();

    public string Stderr => _stderr.ToString();

    public long PeakMemory
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64;
        }
    }

    public static ProcessStartInfo StartInfo(string workingDirectory, params IEnumerable<string> args)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = workingDirectory,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, "DrInfra.Policies.dll"));
        foreach (var arg in args)
        {
            start.ArgumentList.Add(arg);
        }

        return start;
    }

    /// <param name="workingDirectory">The program's folder; default: a folder that has nothing to do with the pack.</param>
    public static async Task<PackProcess> StartAsync(string? workingDirectory = null)
    {
        // A queue of connections that nobody takes is enough of an engine.
        var engine = new TcpListener(IPAddress.Loopback, 0);
        engine.Start(512);
        var process = Process.Start(StartInfo(workingDirectory ?? Path.GetTempPath(), engine.LocalEndpoint.ToString()!))!;
        var pack = new PackProcess(process, engine);
        var port = await process.StandardOutput.ReadLineAsync().WaitAsync(Patience);
        pack._stdout.Append(port).Append('\n');
        Assert.True(int.TryParse(port, out var number), $"stdout began with '{port}'; stderr: {pack.Stderr}");
        pack.Client = new GrpcClient(number);
        return pack;
    }

    /// <summary>Ends the engine once the pack has heard it: one that was never heard is given much longer.</summary>
    public async Task EndEngineAsync()
    {
        using var heard = await _engine.AcceptSocketAsync().WaitAsync(Patience);
        _engine.Stop();
    }

    /// <summary>Waits until the pack has ended by itself, and gives its exit code.</summary>
    public async Task<int> ExitAsync()
    {
        using var limit = new CancellationTokenSource(Patience);
        _stdout.Append(await _process.StandardOutput.ReadToEndAsync(limit.Token));
        await _process.WaitForExitAsync(limit.Token);
        return _process.ExitCode;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        Client.Dispose();
        _process.Dispose();
        _engine.Dispose();
    }
}
