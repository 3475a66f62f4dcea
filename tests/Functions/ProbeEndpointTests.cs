using System.Net;
using System.Net.Sockets;
using System.Text;
using DrInfra.Infra.Functions.Follower;
using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

public class ProbeEndpointTests
{
    private static readonly HttpClient Http = new() { Timeout = TimeSpan.FromSeconds(10) };

    private readonly int _port = HttpServer.FreePort();

    [Theory]
    [InlineData("/healthy", true, HttpStatusCode.OK)]
    [InlineData("/healthy?from=kubelet", true, HttpStatusCode.OK)]
    [InlineData("/healthy", false, HttpStatusCode.ServiceUnavailable)]
    [InlineData("/", true, HttpStatusCode.NotFound)]
    public async Task Path_IsAnswered(string path, bool isGood, HttpStatusCode status)
    {
        using var endpoint = new ProbeEndpoint(_port, "/healthy", () => isGood);

        Assert.Equal(status, await AskAsync(path));
        Assert.Equal(status, await AskAsync(path));
    }

    // The listener of .NET does not start then.
    [Fact]
    public async Task SomebodyConnectsWhileItStarts_Starts()
    {
        using var stop = new CancellationTokenSource();
        var connecting = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Connect(stop.Token))).ToList();
        foreach (var _ in Enumerable.Range(0, 20))
        {
            using var endpoint = new ProbeEndpoint(_port, "/healthy", () => true);
            Assert.Equal(HttpStatusCode.OK, await AskAsync("/healthy"));
        }

        await stop.CancelAsync();
        await Task.WhenAll(connecting);
    }

    [Theory]
    [InlineData("")]
    [InlineData("GET")]
    [InlineData("\r\n\r\n")]
    [InlineData("\0\0\0\0 \0 \r\n\r\n")]
    public async Task SomebodyTalksNoHttp_OthersAreAnswered(string says)
    {
        using var endpoint = new ProbeEndpoint(_port, "/healthy", () => true);
        using var client = new TcpClient("127.0.0.1", _port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(says));

        Assert.Equal(HttpStatusCode.OK, await AskAsync("/healthy"));
    }

    [Fact]
    public async Task RequestIsLongerThanAProbe_IsNotFound()
    {
        using var endpoint = new ProbeEndpoint(_port, "/healthy", () => true);
        using var client = new TcpClient("127.0.0.1", _port);
        await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes("GET /healthy HTTP/1.1\r\n" + new string('x', Environment.SystemPageSize - 23)));

        using var reader = new StreamReader(client.GetStream());
        Assert.Equal("HTTP/1.1 404 NotFound", await reader.ReadLineAsync());
    }

    private async Task<HttpStatusCode> AskAsync(string path)
    {
        using var answer = await Http.GetAsync(new Uri($"http://127.0.0.1:{_port}{path}"));
        return answer.StatusCode;
    }

    private void Connect(CancellationToken stop)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                using var client = new TcpClient("127.0.0.1", _port);
            }
            catch (SocketException)
            {
                // Nobody listens yet.
            }
        }
    }
}
