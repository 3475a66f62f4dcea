using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace DrInfra.Tests.Benchmarks;

/// <summary>The policy pack as an engine starts it, compiled ahead, and all that a real engine said to it of the shipped primary.</summary>
internal sealed class CompiledPack
{
    private const string Service = "/pulumirpc.Analyzer/";
    private const string Recording = "tests/Fixtures/engine-capture/live-after-up.dev.calls.jsonl.gz";

    private readonly string _program;
    private readonly (string Method, byte[] Request)[] _calls;

    private CompiledPack(string program, (string Method, byte[] Request)[] calls) => (_program, _calls) = (program, calls);

    /// <summary>Builds it below the folder.</summary>
    public static CompiledPack Build(string folder)
    {
        var artifacts = Path.Combine(folder, "pack");
        Commands.Run("dotnet", [0], "build", Path.Combine(Repository.Root, "policies"), "-nologo", "-p:CompiledAhead=true", $"-p:ArtifactsPath={artifacts}");
        var program = Directory.EnumerateFiles(Path.Combine(artifacts, "bin", "policies"), "DrInfra.Policies.dll", SearchOption.AllDirectories).Single();
        return new CompiledPack(program, [.. Recorded()]);
    }

    /// <summary>Starts it, says all that was recorded, and ends it.</summary>
    /// <returns>Seconds from the start to the last answer.</returns>
    public double Run()
    {
        using var engine = new TcpListener(IPAddress.Loopback, 0);
        engine.Start();
        var watch = Stopwatch.StartNew();
        using var pack = Process.Start(new ProcessStartInfo("dotnet", [_program, engine.LocalEndpoint.ToString()!]) { RedirectStandardOutput = true })!;
        using var client = new Http2Client(int.Parse(pack.StandardOutput.ReadLine()!, CultureInfo.InvariantCulture));
        foreach (var (method, request) in _calls)
        {
            client.Call(Service + method, request);
        }

        var seconds = watch.Elapsed.TotalSeconds;
        pack.Kill();
        return seconds;
    }

    private static IEnumerable<(string Method, byte[] Request)> Recorded()
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, Recording));
        using var reader = new StreamReader(new GZipStream(file, CompressionMode.Decompress));
        while (reader.ReadLine() is { Length: > 0 } line)
        {
            using var call = JsonDocument.Parse(line);
            var method = call.RootElement.GetProperty("method").GetString()!.Split('/')[^1];
            if (method != "Cancel")
            {
                yield return (method, call.RootElement.GetProperty("request").GetBytesFromBase64());
            }
        }
    }
}
