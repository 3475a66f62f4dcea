using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace DrInfra.Tests.Benchmarks;

/// <summary>What the policy pack costs a preview: from its start to its first answer, and for each resource, by what the real engine said.</summary>
internal static class AnalyzerBenchmark
{
    private const string Service = "/pulumirpc.Analyzer/";
    private const int Starts = 5;
    private const int Rounds = 400;

    // Code is compiled again, better, while the first thousands of calls come: they are told apart.
    private const int FirstRounds = 40;

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
            client.Call(Service + "GetPluginInfo", []);
            starts.Add(watch.Elapsed.TotalMilliseconds);
            pack.Kill();
        }

        var (first, calls, transport) = await AnalyzeAsync(engine);
        Console.WriteLine($"start to first answer: median {Median(starts):0} ms of {Starts}");
        Console.WriteLine($"Analyze:               median {Median(calls):0} us of {calls.Count}; of the first {first.Count} {Median(first):0} us");
        Console.WriteLine($"of which a call that does nothing: {Median(transport):0} us");
        var within = Median(calls) < MostMicroseconds;
        Console.WriteLine(
            within ? $"within bounds: less than {MostMicroseconds} us for a resource" : $"OUT OF BOUNDS: a resource may take {MostMicroseconds} us");
        return within ? 0 : 1;
    }

    private static async Task<(List<double> First, List<double> Calls, List<double> Transport)> AnalyzeAsync(TcpListener engine)
    {
        byte[][] requests = [.. Recorded("Analyze")];
        using var pack = Start(engine);
        using var client = Client(await pack.StandardOutput.ReadLineAsync());
        var (first, rest, transport) = (new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            foreach (var request in requests)
            {
                var start = Stopwatch.GetTimestamp();
                client.Call(Service + "Analyze", request);
                (round < FirstRounds ? first : rest).Add(Stopwatch.GetElapsedTime(start).TotalMicroseconds);
            }

            var empty = Stopwatch.GetTimestamp();
            client.Call(Service + "GetPluginInfo", []);
            if (round >= FirstRounds)
            {
                transport.Add(Stopwatch.GetElapsedTime(empty).TotalMicroseconds);
            }
        }

        pack.Kill();
        return (first, rest, transport);
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

    private static Http2Client Client(string? port) => new(int.Parse(port!, CultureInfo.InvariantCulture));

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
