using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using DrInfra.Infra.Operations;

namespace DrInfra.Tests.Infra.Functions;

public class ProbeCodeTests
{
    // Time passes ten times as fast, so that a silence is not waited for.
    private const string Driver = """
        const wait = setTimeout;
        globalThis.setTimeout = (callback, milliseconds) => wait(callback, milliseconds / 10);
        require('./probe.js').handler().then(
          result => { console.log(result.replace(/\d+ ms/, 'n ms')); },
          error => { console.log(`failed: ${error.message}`); });
        """;

    // One that expired is the same in both Regions: a failover would not cure it.
    [ToolFact("node")]
    public async Task Answer200_IsHealthWhateverTheCertificate()
    {
        var (said, asked) = await RunAsync("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");

        Assert.Equal("127.0.0.1 answered after n ms", said);
        Assert.Equal(("ledger.data.example.com", "GET /healthz/ready HTTP/1.1", "host: ledger.data.example.com"), (asked.Name, asked.Line, asked.Host));
    }

    [ToolFact("node")]
    public async Task AnotherStatus_FailsTheRun()
    {
        Assert.Equal("failed: 127.0.0.1: answered 503", (await RunAsync("HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n")).Said);
        Assert.Equal("failed: 127.0.0.1: answered 301", (await RunAsync("HTTP/1.1 301 Moved\r\nLocation: /\r\nContent-Length: 0\r\n\r\n")).Said);
    }

    // Accepting connections is no answer: that is what a load balancer in front of a workload that hangs may do too.
    [ToolFact("node")]
    public async Task Silence_FailsTheRun() => Assert.Equal("failed: 127.0.0.1: no answer within 10000 ms", (await RunAsync(null)).Said);

    [ToolFact("node")]
    public async Task AnswerThatStops_FailsTheRun() => Assert.Equal(
        "failed: 127.0.0.1: no answer within 10000 ms", (await RunAsync("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok", stays: true)).Said);

    [ToolFact("node")]
    public async Task AnswerThatIsCutOff_FailsTheRun() => Assert.Equal(
        "failed: 127.0.0.1: hung up before the whole answer was there", (await RunAsync("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok")).Said);

    [ToolFact("node")]
    public async Task ServerThatHangsUp_FailsTheRun()
    {
        using var listener = Listen();
        var serving = Task.Run(async () => (await listener.AcceptTcpClientAsync()).Dispose());

        Assert.StartsWith("failed: 127.0.0.1: ", await ProbeAsync(listener), StringComparison.Ordinal);
        await serving;
    }

    [ToolFact("node")]
    public async Task ClosedPort_FailsTheRun()
    {
        using var listener = Listen();
        var port = Port(listener);
        listener.Stop();

        Assert.Contains("ECONNREFUSED", await ProbeAsync(port), StringComparison.Ordinal);
    }

    private static TcpListener Listen()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return listener;
    }

    private static int Port(TcpListener listener) => ((IPEndPoint)listener.LocalEndpoint).Port;

    private static async Task<(string Said, (string? Name, string Line, string Host) Asked)> RunAsync(string? answer, bool stays = false)
    {
        using var listener = Listen();
        using var over = new CancellationTokenSource();
        var serving = ServeAsync(listener, answer, stays || answer is null, over.Token);
        var said = await ProbeAsync(listener);
        await over.CancelAsync();
        return (said, await serving);
    }

    // Speaks TLS with a certificate that is somebody else's and expired long ago.
    private static async Task<(string? Name, string Line, string Host)> ServeAsync(
        TcpListener listener, string? answer, bool stays, CancellationToken over)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=somebody.else", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        using var client = await listener.AcceptTcpClientAsync(CancellationToken.None);
        await using var stream = new SslStream(client.GetStream());
        string? name = null;
        await stream.AuthenticateAsServerAsync(
            new SslServerAuthenticationOptions
            {
                ServerCertificateSelectionCallback = (_, asked) =>
                {
                    name = asked;
                    return certificate;
                },
            },
            CancellationToken.None);
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var line = await reader.ReadLineAsync(CancellationToken.None) ?? string.Empty;
        var host = string.Empty;
        while (await reader.ReadLineAsync(CancellationToken.None) is { Length: > 0 } header)
        {
            host = header.StartsWith("host:", StringComparison.OrdinalIgnoreCase) ? header : host;
        }

        if (answer is not null)
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), CancellationToken.None);
        }

        if (stays)
        {
            await Task.Delay(Timeout.Infinite, over).ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        return (name, line, host);
    }

    private static Task<string> ProbeAsync(TcpListener listener) => ProbeAsync(Port(listener));

    // What it says, without the port and the path.
    private static async Task<string> ProbeAsync(int port)
    {
        var run = await ToolRun.OfAsync(
            "node",
            "driver.js",
            new Dictionary<string, string> { ["probe.js"] = CodeArchive.Source("probe.js"), ["driver.js"] = Driver },
            new Dictionary<string, string>
            {
                ["PROBE_HOST"] = "127.0.0.1",
                ["PROBE_PATH"] = "/healthz/ready",
                ["PROBE_PORT"] = $"{port}",
                ["PROBE_SERVER_NAME"] = "ledger.data.example.com",
            });
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Trim().Change($":{port}/healthz/ready", "");
    }
}
