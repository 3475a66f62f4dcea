using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using DrInfra.Infra.Operations;

namespace DrInfra.Tests.Infra.Functions;

public class ProbeCodeTests
{
    private const string Driver = """
        require('./probe.js').handler().then(
          result => { console.log(result.replace(/\d+ ms/, 'n ms')); },
          error => { console.log(`failed: ${error.message}`); });
        """;

    [ToolFact("node")]
    public async Task ServerThatSpeaksTls_IsReachedWhateverItsCertificate()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var serving = ServeAsync(listener);

        Assert.Equal($"127.0.0.1:{port} answered after n ms", await RunAsync(port));
        Assert.Equal("ledger.data.example.com", await serving);
    }

    // Accepting connections is no answer: that is what a load balancer in front of a workload that hangs may do too.
    [ToolFact("node")]
    public async Task ServerThatHangsUp_FailsTheRun()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var serving = Task.Run(async () => (await listener.AcceptTcpClientAsync()).Dispose());

        Assert.StartsWith($"failed: 127.0.0.1:{port}: ", await RunAsync(port), StringComparison.Ordinal);
        await serving;
    }

    [ToolFact("node")]
    public async Task ClosedPort_FailsTheRun()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();

        Assert.Contains("ECONNREFUSED", await RunAsync(port), StringComparison.Ordinal);
    }

    private static async Task<string?> ServeAsync(TcpListener listener)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=somebody.else", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(1));
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = new SslStream(client.GetStream());
        string? asked = null;
        await stream.AuthenticateAsServerAsync(new SslServerAuthenticationOptions
        {
            ServerCertificateSelectionCallback = (_, name) =>
            {
                asked = name;
                return certificate;
            },
        });
        return asked;
    }

    private static async Task<string> RunAsync(int port)
    {
        var run = await ToolRun.OfAsync(
            "node",
            "driver.js",
            new Dictionary<string, string> { ["probe.js"] = CodeArchive.Source("probe.js"), ["driver.js"] = Driver },
            new Dictionary<string, string>
            {
                ["PROBE_HOST"] = "127.0.0.1",
                ["PROBE_PORT"] = $"{port}",
                ["PROBE_SERVER_NAME"] = "ledger.data.example.com",
            });
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Trim();
    }
}
