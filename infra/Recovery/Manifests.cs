using DrInfra.Infra.Data;
using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Recovery;

/// <summary>Writes down what is promised for a workload.</summary>
public static class Manifests
{
    /// <summary>The manifest that this stack keeps for a workload.</summary>
    public static RecoveryManifest Of(PlatformSettings settings, WorkloadSettings workload) => new()
    {
        Pair = settings.Pair,
        Workload = workload.Name,
        Owner = workload.Owner,
        Tier = workload.Tier.Name,
        Strategy = StrategyText(workload.Tier.Strategy),
        Role = Conventions.ResourceTags.RoleText(settings.Role),
        Failover = settings.Failover == FailoverState.InProgress ? RecoveryManifest.FailoverInProgress : RecoveryManifest.NoFailover,
        Regions = new ManifestRegions(settings.Regions.Primary, settings.Regions.Standby),
        Objectives = DisruptionNames.All.ToDictionary(
            disruption => disruption.Text(),
            disruption => new ManifestObjective(
                Objective.Text(workload.Tier.For(disruption).Rpo), Objective.Text(workload.Tier.For(disruption).Rto))),
        Decide = workload.Tier.Decide.ToString(),
        AutomaticFailover = workload.Tier.Decide.Within is not null ? null
            : settings.AutomaticFailover == AutomaticFailover.Armed ? RecoveryManifest.Armed : RecoveryManifest.Observe,
        DecideUntilArmed = workload.Tier is { Decide.Within: null, DecideUntilArmed: { } untilArmed } ? DurationText.Format(untilArmed) : null,
        CorruptionDetection = DurationText.Format(workload.Tier.CorruptionDetection),
        Repair = "rollback",
        Writer = workload.Databases.Any() ? "single" : "multi",
        Endpoint = workload.Endpoint is { } endpoint ? $"{endpoint}.{settings.Dns!.Domain}" : null,
        Capacity = Capacity(settings, workload),
        Stores = [.. workload.Stores.Where(store => store is not OffsiteStore).Select(store => Of(settings, workload, store) with
        {
            Outside = settings.Sizing == Sizing.Full && workload.Offsites.Any(copy => copy.Of == store.Name) ? true : null,
        })],
        Pipelines = workload.Pipelines.Count == 0 ? null : [.. workload.Pipelines.Select(Of)],
    };

    private static ManifestStore Of(PlatformSettings settings, WorkloadSettings workload, StoreSettings store) => new(
        store.Name, store.Kind, store.SizeGb, store.ChangeGbPerDay)
    {
        None = store.None.Count == 0 ? null : [.. store.None.Select(disruption => disruption.Text())],
        Unrecorded = store is StreamStore stream && workload.Tier.Strategy != Strategy.BackupRestore && settings.SourceOf(workload, stream) is null
            ? true : null,
        DeduplicateBy = (store as QueueStore)?.DeduplicateBy,
    };

    private static ManifestPipeline Of(PipelineSettings pipeline) => new(
        pipeline.Name,
        pipeline.Engine switch
        {
            PipelineEngine.Container => "container",
            PipelineEngine.Flink => "flink",
            PipelineEngine.Spark => "spark",
            PipelineEngine.Hadoop => "hadoop",
            _ => throw new ArgumentOutOfRangeException(nameof(pipeline), pipeline.Engine, "unknown engine"),
        },
        pipeline.Every,
        pipeline.Results == PipelineResults.Idempotent ? "idempotent" : "at-least-once")
    {
        Reads = pipeline.Reads.Count == 0 ? null : pipeline.Reads,
        Writes = pipeline.Writes.Count == 0 ? null : pipeline.Writes,
        StateGb = pipeline.Savepoints?.StateGb,
        InputMbPerSecond = pipeline.CatchUp?.InputMbPerSecond,
        SurplusMbPerSecond = pipeline.CatchUp?.SurplusMbPerSecond,
    };

    private static Dictionary<string, int> Capacity(PlatformSettings settings, WorkloadSettings workload)
    {
        var capacity = workload.Databases.ToDictionary(
            database => database.Name,
            database => DatabaseCapacity.For(
                database, workload.Tier.Strategy, settings.Sizing, StackRole.Primary, Activation.Active).Count);
        if (workload.Serving is { } serving)
        {
            capacity["serving"] = ServingReplicas.For(serving, workload.Tier.Strategy, settings.Sizing, StackRole.Primary, Activation.Active);
        }

        return capacity;
    }

    private static string StrategyText(Strategy strategy) => strategy switch
    {
        Strategy.BackupRestore => "backup-restore",
        Strategy.PilotLight => "pilot-light",
        Strategy.WarmStandby => "warm-standby",
        Strategy.ActiveActive => "active-active",
        _ => throw new ArgumentOutOfRangeException(nameof(strategy), strategy, "unknown strategy"),
    };
}
