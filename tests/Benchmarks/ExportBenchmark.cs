using System.Diagnostics;
using DrInfra.Drctl.Export;
using DrInfra.Drctl.Recording;
using DrInfra.Policies.Graph;
using DrInfra.Tests.Provider.Tools;

namespace DrInfra.Tests.Benchmarks;

/// <summary>What exporting a platform to Terraform costs, both stacks; and against a plan of the same, where Terraform is there.</summary>
internal static class ExportBenchmark
{
    // Ten times the workloads cost at most twelve times as much.
    private const double MostGrowth = 12;

    private const int Rounds = 3;

    private static readonly int[] Sizes = [10, 100, 1000];

    /// <summary>Measures every size and prints a table; 1 when the growth is over its bound.</summary>
    public static async Task<int> RunAsync()
    {
        Console.WriteLine("workloads  resources  references  seconds  time against a tenth");
        await MeasureAsync(4);
        Measurement? smallest = null;
        Measurement? previous = null;
        var within = true;
        foreach (var size in Sizes)
        {
            var measured = await MeasureAsync(size);
            var growth = previous is null ? (double?)null : measured.Seconds / previous.Seconds;
            Console.WriteLine($"{size,9}  {measured.Resources,9}  {measured.References,10}  {measured.Seconds,7:0.000}  {growth,20:0.0}");
            within &= size != Sizes[^1] || growth <= MostGrowth;
            previous = measured;
            smallest ??= measured;
        }

        await CompareAsync(smallest!);
        Console.WriteLine(within
            ? $"within bounds: {Sizes[^1]} workloads take at most {MostGrowth} times as long as {Sizes[^2]}"
            : $"OUT OF BOUNDS: {Sizes[^1]} workloads may take at most {MostGrowth} times as long as {Sizes[^2]}");
        return within ? 0 : 1;
    }

    private static async Task<Measurement> MeasureAsync(int workloads)
    {
        var graphs = await GraphsAsync(workloads);
        var best = double.MaxValue;
        var reports = new List<ExportReport>();
        for (var round = 0; round < Rounds; round++)
        {
            reports.Clear();
            var watch = Stopwatch.StartNew();
            reports.AddRange(graphs.Select(graph => TerraformExport.Write(graph, Stream.Null)));
            best = Math.Min(best, watch.Elapsed.TotalSeconds);
        }

        return new Measurement(reports.Sum(report => report.Resources.Values.Sum()), reports.Sum(report => report.References), best);
    }

    private static async Task CompareAsync(Measurement exported)
    {
        if (Prerequisites.WithoutEmulator is { } reason)
        {
            Console.WriteLine($"no plan to compare with: {reason}");
            return;
        }

        using var emulator = new Emulator();
        await emulator.StartAsync();
        var planned = 0.0;
        foreach (var graph in await GraphsAsync(Sizes[0]))
        {
            using var terraform = Terraform.New(emulator);
            ExportedStack.Write(graph, terraform.Folder);
            await terraform.InitAsync();
            var watch = Stopwatch.StartNew();
            await terraform.PlanAsync("-refresh=false");
            planned += watch.Elapsed.TotalSeconds;
        }

        Console.WriteLine(
            $"terraform plan -refresh=false of {Sizes[0]} workloads, both stacks: {planned:0.0} s, {planned / exported.Seconds:0} times the export");
    }

    private static async Task<IReadOnlyList<ResourceGraph>> GraphsAsync(int workloads) =>
    [
        (await StackPreview.RunAsync(SyntheticPlatform.Configuration("primary", workloads))).Graph,
        (await StackPreview.RunAsync(SyntheticPlatform.Configuration("standby", workloads))).Graph,
    ];

    private sealed record Measurement(int Resources, int References, double Seconds);
}
