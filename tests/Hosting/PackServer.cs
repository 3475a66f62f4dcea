using DrInfra.Policies.Hosting;
using DrInfra.Policies.Hosting.Grpc;

namespace DrInfra.Tests.Hosting;

/// <summary>
/// The pack within this process, for tests of what it answers: a process of its own (<see cref="PackProcess"/>) takes a second to start.
/// </summary>
internal sealed class PackServer : IAsyncDisposable
{
    private readonly GrpcServer _server;

    private PackServer(GrpcServer server)
    {
        _server = server;
        Client = new GrpcClient(server.Port);
    }

    public GrpcClient Client { get; }

    public static async Task<PackServer> StartAsync() =>
        new(await GrpcServer.StartAsync(new GrpcApplication(new AnalyzerService(new AnalyzerSession(), () => { }).Methods, _ => { })));

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _server.StopAsync(CancellationToken.None);
        _server.Dispose();
    }
}
