using System.Diagnostics;
using System.Text;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Services;

namespace DrInfra.Tests.Benchmarks;

/// <summary>What the check of other people's services costs: every service that is read, in so many programs at once.</summary>
internal static class ServicesBenchmark
{
    // Linear: ten times the programs may take so many times as long.
    private const double MostGrowth = 12;

    private static readonly int[] Copies = [1, 10, 100, 1000];

    /// <summary>Measures every size and prints a table; 1 when the growth is over its bound.</summary>
    public static int Run()
    {
        string[] programs = [.. ServiceStacks.All.Select(stack => Text(stack.Sound.Build()))];
        Console.WriteLine("resources  seconds  time against a tenth");
        double? previous = null;
        var growth = 0.0;
        foreach (var copies in Copies)
        {
            var graphs = Enumerable.Range(0, copies).SelectMany(copy => programs.Select((program, service) => Copy(program, $"{service}x{copy}"))).ToArray();
            var watch = Stopwatch.StartNew();
            StackCheck.Run(Estate.Of(graphs, AwsNames.Instance), RecoverySettings.None, new DateOnly(2026, 11, 24));
            var seconds = watch.Elapsed.TotalSeconds;
            growth = previous is { } before ? seconds / before : 0;
            previous = seconds;
            Console.WriteLine($"{graphs.Sum(graph => graph.Resources.Count),9}  {seconds,7:0.00}  {growth,20:0.0}");
        }

        Console.WriteLine(
            growth <= MostGrowth
                ? $"within bounds: ten times the resources take at most {MostGrowth} times as long"
                : $"OUT OF BOUNDS: ten times the resources may take {MostGrowth} times as long");
        return growth <= MostGrowth ? 0 : 1;
    }

    private static string Text(ResourceGraph graph)
    {
        using var stream = new MemoryStream();
        GraphFile.Write(graph, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    // Another stack of another workload, whose resources have other ids.
    private static ResourceGraph Copy(string program, string name)
    {
        var text = program.ChangeAll("urn:pulumi:dev::", $"urn:pulumi:s{name}::")
            .ChangeAll("-4d5e6f", $"-{name}")
            .ChangeAll("-1a2b3c", $"-{name}")
            .ChangeAll("orders", $"orders{name}");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(text));
        return GraphFile.Read(stream, name);
    }
}
