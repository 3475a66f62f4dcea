using System.Net;
using DrInfra.Policies.Hosting.Grpc;

namespace DrInfra.Policies.Hosting;

/// <summary>The pack as a program: the engine starts it, reads its port from stdout and calls it until it is done.</summary>
internal static class AnalyzerProgram
{
    private const int BadUsage = 2;

    private static readonly TimeSpan LongestStop = TimeSpan.FromSeconds(2);

    /// <param name="args">The engine's address: <c>127.0.0.1:PORT</c>.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(string[] args)
    {
        if (args.Length == 0 || Address(args[0]) is not { } engine)
        {
            await Console.Error.WriteLineAsync("""
                This is a policy pack: the Pulumi CLI starts it.
                usage: pulumi preview --policy-pack policies
                Started by hand it needs the address of an engine, such as 127.0.0.1:12345.
                """);
            return BadUsage;
        }

        using var stop = new CancellationTokenSource();
        var service = new AnalyzerService(new AnalyzerSession(), () => _ = stop.CancelAsync());
        using var server = await GrpcServer.StartAsync(new GrpcApplication(service.Methods, Console.Error.WriteLine));
        await Console.Out.WriteAsync($"{server.Port}\n");
        await Console.Out.FlushAsync();
        try
        {
            await EngineWatch.WaitUntilGoneAsync(engine, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Cancel is answered before the server stops.
        }

        using var limit = new CancellationTokenSource(LongestStop);
        await server.StopAsync(limit.Token);
        return 0;
    }

    private static EndPoint? Address(string text)
    {
        if (IPEndPoint.TryParse(text, out var endPoint))
        {
            return endPoint.Port > 0 ? endPoint : null;
        }

        var colon = text.LastIndexOf(':');
        return colon > 0 && ushort.TryParse(text[(colon + 1)..], out var port) && port > 0 ? new DnsEndPoint(text[..colon], port) : null;
    }
}
