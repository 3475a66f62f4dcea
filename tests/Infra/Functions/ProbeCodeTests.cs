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
    // Time passes faster where a silence would be waited for.
    private const string Driver = """
        const wait = setTimeout;
        globalThis.setTimeout = (callback, milliseconds) => wait(callback, milliseconds / process.env.FASTER);
        require('./probe.js').handler().then(
          result => { console.log(result.replace(/\d+ ms/, 'n ms')); },
          error => { console.log(`failed: ${error.message}`); });
        """;

    // Somebody else's, too.
    private static readonly X509Certificate2 Expired = ExpiredCertificate();

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
    public async Task Silence_FailsTheRun()
    {
        using var listener = Listen();
        var accepting = listener.AcceptTcpClientAsync();

        Assert.Equal("failed: 127.0.0.1: no answer within 10000 ms", await ProbeAsync(Port(listener), faster: 10));
        (await accepting).Dispose();
    }

    [ToolFact("node")]
    public async Task AnswerThatStops_FailsTheRun() => Assert.Equal(
        "failed: 127.0.0.1: no answer within 10000 ms", (await RunAsync("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok", faster: 3)).Said);

    [ToolFact("node")]
    public async Task AnswerThatIsCutOff_FailsTheRun() => Assert.Equal(
        "failed: 127.0.0.1: hung up before the whole answer was there", (await RunAsync("HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nok")).Said);

    [ToolFact("node")]
    public async Task ServerThatHangsUp_FailsTheRun()
    {
        using var listener = Listen();
        var serving = Task.Run(async () => (await listener.AcceptTcpClientAsync()).Dispose());

        Assert.StartsWith("failed: 127.0.0.1: ", await ProbeAsync(Port(listener)), StringComparison.Ordinal);
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

    // A server that goes on after its answer is one that time is not waited for.
    private static async Task<(string Said, (string? Name, string Line, string Host) Asked)> RunAsync(string answer, int faster = 1)
    {
        using var listener = Listen();
        var over = new TaskCompletionSource();
        var serving = ServeAsync(listener, answer, faster > 1 ? over.Task : Task.CompletedTask);
        var said = await ProbeAsync(Port(listener), faster);
        over.SetResult();
        return (said, await serving);
    }

    private static async Task<(string? Name, string Line, string Host)> ServeAsync(TcpListener listener, string answer, Task over)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = new SslStream(client.GetStream());
        string? name = null;
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificateSelectionCallback = (_, asked) =>
            {
                name = asked;
                return Expired;
            },
        });
        using var reader = new StreamReader(stream, Encoding.ASCII, leaveOpen: true);
        var line = await reader.ReadLineAsync() ?? string.Empty;
        var host = string.Empty;
        while (await reader.ReadLineAsync() is { Length: > 0 } header)
        {
            host = header.StartsWith("host:", StringComparison.OrdinalIgnoreCase) ? header : host;
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer));
        await over;
        return (name, line, host);
    }

    private static X509Certificate2 ExpiredCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=somebody.else", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        return request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
    }

    // What it says, without the port and the path.
    private static async Task<string> ProbeAsync(int port, int faster = 1)
    {
        var run = await ToolRun.OfAsync(
            "node",
            "driver.js",
            new Dictionary<string, string> { ["probe.js"] = CodeArchive.Source("probe.js"), ["driver.js"] = Driver },
            new Dictionary<string, string>
            {
                ["FASTER"] = $"{faster}",
                ["PROBE_HOST"] = "127.0.0.1",
                ["PROBE_PATH"] = "/healthz/ready",
                ["PROBE_PORT"] = $"{port}",
                ["PROBE_SERVER_NAME"] = "ledger.data.example.com",
            });
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Trim().Change($":{port}/healthz/ready", "");
    }
}
