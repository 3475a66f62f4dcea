using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads <c>pipelines</c> of a workload, and refuses what its tier and Regions cannot do.</summary>
internal sealed class PipelineReader(StrongConsistency consistency)
{
    private const string NeedsLease = "one Region runs pipelines, which a lease in a strongly consistent table decides";

    private static readonly Dictionary<string, PipelineEngine> Engines = new() { ["container"] = PipelineEngine.Container };

    private static readonly Dictionary<string, PipelineResults> Results = new()
    {
        ["at-least-once"] = PipelineResults.AtLeastOnce,
        ["idempotent"] = PipelineResults.Idempotent,
    };

    public IReadOnlyList<PipelineSettings> Read(SettingsMap workload, RecoveryTier tier)
    {
        var nodes = workload.Maps("pipelines");
        if (nodes.Count == 0)
        {
            return [];
        }

        if (tier.Strategy == Strategy.BackupRestore)
        {
            workload.Problem("pipelines", $"tier {tier.Name} has no standby that they could start in", "a tier with a standby, or no pipelines");
        }

        if (consistency.OfRegions() is { } misfit)
        {
            workload.Problem("pipelines", $"{misfit.What}: {NeedsLease}", $"no pipelines, or two Regions of one set: {misfit.Allowed}");
        }
        else
        {
            consistency.RequireWitness($"{NeedsLease}, and a table in two Regions");
        }

        var pipelines = nodes.Select(Read).ToList();
        WorkloadReader.RefuseDuplicates(nodes, pipelines, pipeline => pipeline.Name, "name");
        return pipelines;
    }

    private static PipelineSettings Read(SettingsMap node)
    {
        var name = node.Text("name", SettingsPatterns.StoreName, $"2 to 24 characters: {SettingsPatterns.NameAllowed}");
        if (name == PipelineSettings.Reserved)
        {
            node.Problem("name", $"the name {name} is reserved for the pods that serve", "another name");
        }

        var every = node.OptionalText("every", CronText.Allowed);
        if (every is not null && !CronText.IsCron(every))
        {
            node.Problem("every", "not a schedule of cron", CronText.Allowed);
        }

        var pipeline = new PipelineSettings(
            name,
            node.Choice("engine", Engines, PipelineEngine.Container),
            PodAmountReader.Image(node, "image"),
            node.Whole("replicas", 1, 300, "replicas", 1),
            PodAmountReader.MilliCpu(node),
            PodAmountReader.MemoryMib(node),
            every,
            node.Choice("results", Results, PipelineResults.AtLeastOnce));
        node.RefuseUnknownKeys();
        return pipeline;
    }
}
