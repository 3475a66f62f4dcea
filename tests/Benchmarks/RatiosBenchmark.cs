using DrInfra.Drctl.Recording;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Benchmarks;

/// <summary>
/// What `drctl check` of a pair costs as the installed tool, in units that do not depend on the machine: what Node needs to parse the same
/// files, and what a .NET program needs that does nothing. All of them run in turn, so that a busy machine is busy for all.
/// </summary>
internal static class RatiosBenchmark
{
    private const int Rounds = 5;
    private const double BaseMiB = 80;
    private const string NodeScript = "for (const file of process.argv.slice(1)) JSON.parse(require('fs').readFileSync(file, 'utf8'))";

    // The pairs, by their workloads, with the bound of each in its unit. The first is the shipped one.
    private const string Pack = "pack";

    // Of what it was when it was first measured, half: 1.5 s beside a pack that does nothing, and 0.042 s for the program that does nothing.
    private const double MostUnitsOfPack = 18;

    private static readonly (string Name, int Workloads, double MostUnits)[] Pairs = [("shipped", 0, 12), ("10,000", 80, 5), ("100,000", 821, 6)];

    /// <summary>Measures and prints a table; 1 when a figure is over its bound.</summary>
    /// <param name="only">The pairs to measure, by name, and <c>pack</c>; none = all.</param>
    public static async Task<int> RunAsync(IReadOnlyList<string> only)
    {
        var folder = Directory.CreateTempSubdirectory("drinfra-ratios-").FullName;
        try
        {
            var drctl = InstalledTool.Install(folder);
            var empty = EmptyProgram.Build(folder);
            Console.WriteLine("pair     resources    MB  drctl s  Node s  empty .NET s  units  allowed  peak MiB  allowed");
            var within = true;
            foreach (var (name, workloads, mostUnits) in Pairs.Where(pair => only.Count == 0 || only.Contains(pair.Name)))
            {
                var (files, resources) = await WriteAsync(folder, workloads);
                string[] check =
                [
                    "check", .. files, "--policy", Path.Combine(Repository.Shipped, "policies", "recovery.yaml"), "--as-of", "2026-11-24", "--format", "json",
                    "--out", Path.Combine(folder, "report.json"),
                ];
                var megabytes = files.Sum(file => new FileInfo(file).Length) / 1e6;
                var ours = new List<(double Seconds, double PeakMiB)>();
                var (node, nothing) = (new List<double>(), new List<double>());
                for (var round = 0; round <= Rounds; round++)
                {
                    var measured = Commands.Run(drctl, [0], check);
                    var parse = Commands.Run("node", [0], ["-e", NodeScript, .. files]).Seconds;
                    var start = Commands.Run("dotnet", [0], empty).Seconds;
                    if (round > 0)
                    {
                        ours.Add(measured);
                        node.Add(parse);
                        nothing.Add(start);
                    }
                }

                var (seconds, peak) = (Median(ours.Select(run => run.Seconds)), ours.Max(run => run.PeakMiB));
                var units = seconds / (workloads == 0 ? Median(nothing) : Median(node));
                var mostMiB = BaseMiB + 2 * megabytes * 1e6 / 1048576;
                within &= units <= mostUnits && peak <= mostMiB;
                Console.WriteLine(
                    $"{name,-7}  {resources,9}  {megabytes,4:0}  {seconds,7:0.00}  {Median(node),6:0.00}  {Median(nothing),12:0.000}"
                    + $"  {units,5:0.0}  {mostUnits,7:0}  {peak,8:0}  {mostMiB,7:0}");
            }

            if (only.Count == 0 || only.Contains(Pack))
            {
                within &= RunPack(folder, empty);
            }

            Console.WriteLine(within ? "within bounds" : "OUT OF BOUNDS: a figure is over what is allowed for it");
            return within ? 0 : 1;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool RunPack(string folder, string empty)
    {
        var pack = CompiledPack.Build(folder);
        var (ours, nothing) = (new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            var seconds = pack.Run();
            var start = Commands.Run("dotnet", [0], empty).Seconds;
            if (round > 0)
            {
                ours.Add(seconds);
                nothing.Add(start);
            }
        }

        var units = Median(ours) / Median(nothing);
        Console.WriteLine(
            $"the pack under an engine, shipped primary: {Median(ours):0.00} s, {units:0.0} empty programs of {Median(nothing):0.000} s, allowed "
                + $"{MostUnitsOfPack:0}");
        return units <= MostUnitsOfPack;
    }

    /// <summary>Writes the graphs of a synthetic pair, or of the shipped one where it is to have no workloads.</summary>
    private static async Task<(string[] Files, int Resources)> WriteAsync(string folder, int workloads)
    {
        var files = new List<string>();
        var resources = 0;
        foreach (var role in new[] { "primary", "standby" })
        {
            var configuration = workloads > 0 ? SyntheticPlatform.Configuration(role, workloads) : ShippedPlatform.Configuration(role);
            var graph = (await StackPreview.RunAsync(configuration)).Graph;
            var path = Path.Combine(folder, $"{role}-{workloads}.json");
            await using var stream = File.Create(path);
            GraphFile.Write(graph, stream);
            files.Add(path);
            resources += graph.Resources.Count;
        }

        return ([.. files], resources);
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Rounds / 2);
}
