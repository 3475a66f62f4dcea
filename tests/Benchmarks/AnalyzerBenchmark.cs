using System.Buffers.Binary;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Text.Json;

namespace DrInfra.Tests.Benchmarks;

/// <summary>What the policy pack costs a preview: from its start to its first answer, and for each resource, by what the real engine said.</summary>
internal static class AnalyzerBenchmark
{
    private const int Starts = 5;
    private const int WarmUpRounds = 40;
    private const int Rounds = 100;

    // Acceptance of the pack: a preview of a thousand resources waits a fifth of a second for verdicts.
    private const double MostMicroseconds = 200;

    /// <summary>Measures and prints; 1 when a resource takes longer than its bound.</summary>
    public static async Task<int> RunAsync()
    {
        using var engine = new TcpListener(IPAddress.Loopback, 0);
        engine.Start(512);
        var starts = new List<double>();
        for (var i = 0; i < Starts; i++)
        {
            var watch = Stopwatch.StartNew();
            using var pack = Start(engine);
            using var client = Client(await pack.StandardOutput.ReadLineAsync());
            await CallAsync(client, "GetPluginInfo", []);
            starts.Add(watch.Elapsed.TotalMilliseconds);
            pack.Kill();
        }

        var calls = await AnalyzeAsync(engine);
        Console.WriteLine($"start to first answer: median {Median(starts):0} ms of {Starts}");
        Console.WriteLine($"Analyze:               median {Median(calls):0} us of {calls.Count}");
        var within = Median(calls) < MostMicroseconds;
        Console.WriteLine(within ? $"within bounds: less than {MostMicroseconds} us for a resource" : $"OUT OF BOUNDS: a resource may take {MostMicroseconds} us");
        return within ? 0 : 1;
    }

    private static async Task<List<double>> AnalyzeAsync(TcpListener engine)
    {
        byte[][] requests = [.. Recorded("Analyze")];
        using var pack = Start(engine);
        using var client = Client(await pack.StandardOutput.ReadLineAsync());
        var microseconds = new List<double>();
        for (var round = 0; round < WarmUpRounds + Rounds; round++)
        {
            foreach (var request in requests)
            {
                var start = Stopwatch.GetTimestamp();
                await CallAsync(client, "Analyze", request);
                if (round >= WarmUpRounds)
                {
                    microseconds.Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
                }
            }
        }

        pack.Kill();
        return microseconds;
    }

    // The pack is built along with this program, into the folder beside it.
    private static Process Start(TcpListener engine)
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true };
        start.ArgumentList.Add(Path.Combine(own.Parent!.Parent!.FullName, "policies", own.Name, "DrInfra.Policies.dll"));
        start.ArgumentList.Add(engine.LocalEndpoint.ToString()!);
        return Process.Start(start)!;
    }

    private static HttpClient Client(string? port) => new()
    {
        BaseAddress = new Uri($"http://127.0.0.1:{port}"),
        DefaultRequestVersion = HttpVersion.Version20,
        DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
    };

    private static async Task CallAsync(HttpClient client, string method, byte[] message)
    {
        var frame = new byte[message.Length + 5];
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(1), (uint)message.Length);
        message.CopyTo(frame, 5);
        using var content = new ByteArrayContent(frame) { Headers = { ContentType = new MediaTypeHeaderValue("application/grpc") } };
        using var response = await client.PostAsync($"/pulumirpc.Analyzer/{method}", content);
        await response.Content.ReadAsByteArrayAsync();
        if (response.TrailingHeaders.GetValues("grpc-status").Single() != "0")
        {
            throw new InvalidOperationException($"{method} was refused");
        }
    }

    private static IEnumerable<byte[]> Recorded(string method)
    {
        foreach (var line in File.ReadLines(Path.Combine(Repository.Root, "tests/Fixtures/engine-capture/up-new-stack.calls.jsonl")))
        {
            using var call = JsonDocument.Parse(line);
            if (call.RootElement.GetProperty("method").GetString() == method)
            {
                yield return call.RootElement.GetProperty("request").GetBytesFromBase64();
            }
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
