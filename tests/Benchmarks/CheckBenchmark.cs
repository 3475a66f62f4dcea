using System.ComponentModel;
using System.Diagnostics;
using DrInfra.Drctl.Recording;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Benchmarks;

/// <summary>What `drctl check` of a pair costs, as a process of its own, beside what Node needs to parse the same files.</summary>
internal static class CheckBenchmark
{
    // Acceptance of the check: linear in the number of resources. The other two are aims: they are printed, and nothing fails by them.
    private const double MostGrowth = 12;
    private const double AimedRatio = 5;
    private const double AimedMiB = 300;

    private static readonly int[] Workloads = [10, 100, 1000];

    /// <summary>Measures every size and prints a table; 1 when the growth is over its bound.</summary>
    public static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("drinfra-check-");
        try
        {
            Console.WriteLine("resources  MB  seconds  peak MiB  time against a tenth  times JSON.parse in Node");
            double? previous = null;
            var growth = 0.0;
            foreach (var workloads in Workloads)
            {
                var (files, resources) = await WriteAsync(folder.FullName, workloads);
                var (seconds, mebibytes) = Measure(
                    "dotnet", [Drctl(), "check", .. files, "--format", "json", "--out", Path.Combine(folder.FullName, "report.json")]);
                var node = Node(files);
                growth = previous is { } before ? seconds / before : 0;
                previous = seconds;
                Console.WriteLine(
                    $"{resources,9}  {files.Sum(file => new FileInfo(file).Length) / 1e6,2:0}  {seconds,7:0.00}  {mebibytes,8:0}  {growth,20:0.0}  "
                        + $"{(node is { } parse ? $"{seconds / parse:0.0} ({parse:0.00} s)" : "node is not on PATH")}");
            }

            Console.WriteLine($"aims at 10,000 resources: {AimedRatio} times JSON.parse, {AimedMiB} MiB");
            Console.WriteLine(
                growth <= MostGrowth
                    ? $"within bounds: ten times the resources take at most {MostGrowth} times as long"
                    : $"OUT OF BOUNDS: ten times the resources may take {MostGrowth} times as long");
            return growth <= MostGrowth ? 0 : 1;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(string[] Files, int Resources)> WriteAsync(string folder, int workloads)
    {
        var files = new List<string>();
        var resources = 0;
        foreach (var role in new[] { "primary", "standby" })
        {
            var graph = (await StackPreview.RunAsync(SyntheticPlatform.Configuration(role, workloads))).Graph;
            var path = Path.Combine(folder, $"{role}.json");
            await using var stream = File.Create(path);
            GraphFile.Write(graph, stream);
            files.Add(path);
            resources += graph.Resources.Count;
        }

        return ([.. files], resources);
    }

    private static double? Node(string[] files)
    {
        const string Script = "for (const file of process.argv.slice(1)) JSON.parse(require('fs').readFileSync(file, 'utf8'))";
        try
        {
            return Measure("node", ["-e", Script, .. files]).Seconds;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }

    // The program is built along with this one, into the folder beside it.
    private static string Drctl()
    {
        var own = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(own.Parent!.Parent!.FullName, "drctl", own.Name, "drctl.dll");
    }

    private static (double Seconds, double MiB) Measure(string program, IEnumerable<string> arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(start)!;
        process.ErrorDataReceived += (_, _) => { };
        process.OutputDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        process.BeginOutputReadLine();
        var peak = 0L;
        while (!process.WaitForExit(20))
        {
            process.Refresh();
            peak = Math.Max(peak, process.HasExited ? 0 : process.PeakWorkingSet64);
        }

        // 1 is a verdict: synthetic platforms promise what they may.
        return process.ExitCode is 0 or 1
            ? (watch.Elapsed.TotalSeconds, peak / 1048576.0)
            : throw new InvalidOperationException($"{program} ended with exit code {process.ExitCode}");
    }
}
