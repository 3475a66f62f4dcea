using System.Diagnostics;
using System.Text.Json;
using DrInfra.Drctl.Recording;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Benchmarks;

/// <summary>What previewing a platform costs: both stacks, graph files included, each size in a process of its own.</summary>
internal static class PreviewBenchmark
{
    // Acceptance of the preview: ten times the workloads cost at most twelve times as much, and a thousand fit into 1 GiB.
    private const double MostGrowth = 12;
    private const double MostMiB = 1024;

    private static readonly int[] Sizes = [10, 100, 1000];

    /// <summary>Measures one size in this process and prints it as JSON.</summary>
    public static async Task MeasureAsync(int workloads)
    {
        // The first preview pays for compilation; it is measured by nobody twice.
        await PreviewAsync(4);
        var watch = Stopwatch.StartNew();
        var resources = await PreviewAsync(workloads);
        var seconds = watch.Elapsed.TotalSeconds;
        using var process = Process.GetCurrentProcess();
        Console.WriteLine(JsonSerializer.Serialize(new Measurement(workloads, resources, seconds, process.PeakWorkingSet64 / 1048576.0)));
    }

    /// <summary>Measures every size and prints a table; 1 when the growth or the memory is over its bound.</summary>
    public static async Task<int> RunAsync()
    {
        Console.WriteLine("workloads  resources  seconds  peak MiB  time against a tenth");
        Measurement? previous = null;
        var within = true;
        foreach (var size in Sizes)
        {
            var measured = await InChildAsync(size);
            var growth = previous is null ? (double?)null : measured.Seconds / previous.Seconds;
            Console.WriteLine($"{measured.Workloads,9}  {measured.Resources,9}  {measured.Seconds,7:0.00}  {measured.PeakMiB,8:0}  {growth,20:0.0}");

            // Small sizes are mostly start-up; the growth that counts is the last one.
            within &= measured.PeakMiB < MostMiB && (size != Sizes[^1] || growth <= MostGrowth);
            previous = measured;
        }

        Console.WriteLine(within
            ? $"within bounds: {Sizes[^1]} workloads take at most {MostGrowth} times as long as {Sizes[^2]}, and less than {MostMiB} MiB"
            : $"OUT OF BOUNDS: {Sizes[^1]} workloads may take at most {MostGrowth} times as long as {Sizes[^2]}, and less than {MostMiB} MiB");
        return within ? 0 : 1;
    }

    private static async Task<int> PreviewAsync(int workloads)
    {
        var resources = 0;
        foreach (var role in new[] { "primary", "standby" })
        {
            var preview = await StackPreview.RunAsync(SyntheticPlatform.Configuration(role, workloads));
            GraphFile.Write(preview.Graph, Stream.Null);
            resources += preview.Graph.Resources.Count;
        }

        return resources;
    }

    private static async Task<Measurement> InChildAsync(int workloads)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
        {
            start.ArgumentList.Add(typeof(PreviewBenchmark).Assembly.Location);
        }

        start.ArgumentList.Add("measure-preview");
        start.ArgumentList.Add($"{workloads}");
        using var child = Process.Start(start)!;
        var output = await child.StandardOutput.ReadToEndAsync();
        await child.WaitForExitAsync();
        return child.ExitCode == 0
            ? JsonSerializer.Deserialize<Measurement>(output)!
            : throw new InvalidOperationException($"measuring {workloads} workloads ended with exit code {child.ExitCode}");
    }

    private sealed record Measurement(int Workloads, int Resources, double Seconds, double PeakMiB);
}
