using System.Net;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace DrInfra.Policies.Hosting.Grpc;

/// <summary>
/// Listens on a free port of this machine alone, HTTP/2 without TLS. Kestrel stands alone, without a host around it: that starts
/// faster, reads no configuration of the shell it is in and writes nothing to stdout.
/// </summary>
internal sealed class GrpcServer : IDisposable
{
    private readonly KestrelServer _server;

    private GrpcServer(KestrelServer server) => _server = server;

    public int Port { get; private init; }

    public static async Task<GrpcServer> StartAsync(GrpcApplication application)
    {
        var options = new KestrelServerOptions { AddServerHeader = false };
        options.Listen(IPAddress.Loopback, 0, listen => listen.Protocols = HttpProtocols.Http2);
        // The message's own length is checked instead, and answered in gRPC's words.
        options.Limits.MaxRequestBodySize = null;
        options.Limits.MinRequestBodyDataRate = null;
        // An update may create a cluster for half an hour between two calls on the same connection. Not infinite: Kestrel then
        // closes connections that are idle when its clock ticks.
        options.Limits.KeepAliveTimeout = TimeSpan.FromDays(1);
        options.Limits.Http2.InitialConnectionWindowSize = 8 * 1024 * 1024;
        options.Limits.Http2.InitialStreamWindowSize = 4 * 1024 * 1024;
        var server = new KestrelServer(
            Options.Create(options),
            new SocketTransportFactory(Options.Create(new SocketTransportOptions()), NullLoggerFactory.Instance),
            NullLoggerFactory.Instance);
        await server.StartAsync(application, CancellationToken.None);
        var address = server.Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new GrpcServer(server) { Port = new Uri(address).Port };
    }

    /// <summary>Finishes the calls under way, for as long as the token lets it.</summary>
    public Task StopAsync(CancellationToken cancel) => _server.StopAsync(cancel);

    public void Dispose() => _server.Dispose();
}
