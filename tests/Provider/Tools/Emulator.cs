using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace DrInfra.Tests.Provider.Tools;

/// <summary>An AWS of our own on this machine, empty at first and gone at the end.</summary>
internal sealed class Emulator : IDisposable
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private Process? _server;

    public string Url { get; private set; } = "";

    /// <summary>Sends whatever reads the SDK's variables to the emulator. Its account is the one of the shipped settings.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["AWS_ENDPOINT_URL"] = Url,
        ["AWS_ACCESS_KEY_ID"] = "test",
        ["AWS_SECRET_ACCESS_KEY"] = "test",
    };

    public async Task StartAsync()
    {
        var port = FreePort();
        Url = $"http://127.0.0.1:{port}";
        var launcher = Path.Combine(AppContext.BaseDirectory, "Emulator", "launcher.py");
        _server = Process.Start(new ProcessStartInfo("python3", [launcher, "-H", "127.0.0.1", "-p", $"{port}"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // The policies that AWS keeps are loaded only where that is asked for.
            Environment = { ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true" },
        })!;

        // Its log would fill the pipe and stop it.
        _server.OutputDataReceived += (_, _) => { };
        _server.ErrorDataReceived += (_, _) => { };
        _server.BeginOutputReadLine();
        _server.BeginErrorReadLine();
        await AnswerAsync();
    }

    public void Dispose()
    {
        if (_server is { HasExited: false })
        {
            _server.Kill(entireProcessTree: true);
        }

        _server?.Dispose();
    }

    private async Task AnswerAsync()
    {
        using var client = new HttpClient();
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var answer = await client.GetAsync(new Uri($"{Url}/moto-api/data.json"));
                return;
            }
            catch (HttpRequestException) when (watch.Elapsed < StartLimit && !_server!.HasExited)
            {
                await Task.Delay(100);
            }
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
