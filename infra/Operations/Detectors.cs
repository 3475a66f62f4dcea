using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;

namespace DrInfra.Infra.Operations;

/// <summary>
/// The signals that a Region is lost, each in the other Region, where it survives. A workload with an endpoint is probed by a
/// canary; one without is watched by an alarm on the replication into the surviving Region.
/// </summary>
public static class Detectors
{
    /// <summary>The part of the name of a canary's alarm.</summary>
    public const string Unreachable = "unreachable";

    /// <summary>The part of the name of the alarm on replication.</summary>
    public const string ReplicationStopped = "replication-stopped";

    /// <summary>The part of the name of the alarm that tells which Region follows.</summary>
    public const string Followed = "followed-lately";

    /// <summary>Bad minutes in a row that make a detector ring.</summary>
    public const int BadMinutes = 4;

    // What is left of a minute that began well, the bad ones, and one for the evaluation (fact cw-eval-std).
    private static readonly TimeSpan RingsAfter = TimeSpan.FromMinutes(BadMinutes + 2);

    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(15);

    private const int RememberedMinutes = 30;

    /// <summary>
    /// The part of the name of a workload's detectors; null where there is none: a table publishes its latency in the Region that
    /// writes, so where only tables are, nothing in the surviving Region would notice.
    /// </summary>
    public static string? PartOf(WorkloadSettings workload)
    {
        if (workload.Endpoint is not null)
        {
            return Unreachable;
        }

        return workload.Databases.Any() || workload.Buckets.Any() ? ReplicationStopped : null;
    }

    /// <summary>Whether a trigger may start the plan of a workload: its tier says so, and something surviving notices the loss.</summary>
    public static bool StartsAPlan(WorkloadSettings workload) => workload.Tier.Decide.Within is null && PartOf(workload) is not null;

    /// <summary>
    /// Whether a third Region can see what the detectors of a workload see. It can probe an endpoint; the metrics of replication exist in the
    /// Region that receives, and nowhere else.
    /// </summary>
    public static bool HasWitness(WorkloadSettings workload) =>
        StartsAPlan(workload) && workload.Endpoint is not null && workload.Tier.Strategy != Strategy.BackupRestore;

    /// <summary>The part of the name of the third Region's alarm on a Region of the pair.</summary>
    public static string WitnessPart(StackRole lost) => $"{ResourceTags.RoleText(lost)}-{Unreachable}";

    /// <summary>The time from the loss of a Region until the detector rings, at the latest.</summary>
    public static TimeSpan Within(RecoveryTier tier, bool hasEndpoint) =>
        hasEndpoint ? UnreachableDetection.Longest : LagThreshold(tier) + RingsAfter;

    /// <summary>
    /// Whether the trigger of the way back needs a second condition: a sign that the primary Region was the follower. Without it,
    /// a fault of the idle standby would look like the loss of the writer and use up the plan's next automatic run.
    /// </summary>
    public static bool HasWayBackCondition(WorkloadSettings workload) =>
        workload.Tier.Strategy != Strategy.BackupRestore && workload.Tier.Decide.Within is null && workload.Databases.Any();

    /// <summary>The metric alarms of a Region among the detectors of a workload and their conditions.</summary>
    public static IReadOnlyList<AlarmSpec> For(PairIdentity pair, WorkloadSettings workload, string region)
    {
        if (workload.Tier.Strategy == Strategy.BackupRestore)
        {
            return [];
        }

        var alarms = new List<AlarmSpec>();
        var isStandby = region == pair.Regions.Standby;
        if (PartOf(workload) == ReplicationStopped)
        {
            alarms.Add(OnReplication(pair, workload, region, isStandby));
        }

        // It says nothing by itself, so it is there as soon as a trigger asks for it; its metric has a history before.
        if (!isStandby && pair.IsArmed && HasWayBackCondition(workload))
        {
            alarms.Add(OnFollowing(pair, workload, region));
        }

        return alarms;
    }

    private static AlarmSpec OnReplication(PairIdentity pair, WorkloadSettings workload, string region, bool isStandby)
    {
        var metrics = new StoreMetrics(pair, region);
        var (metric, unitsPerSecond, always) = workload.Databases.FirstOrDefault() is { } database
            ? (metrics.DatabaseLag(workload, database), UnitsOfTime.MillisecondsPerSecond, false)
            : (metrics.BucketInbound(workload, workload.Buckets.First(), "ReplicationLatency"), 1, true);
        return new AlarmSpec
        {
            Part = ReplicationStopped,
            Description = $"Nothing of {workload.Name} arrives from the other Region: it is lost, or cut off",
            Namespace = metric.Namespace,
            Metric = metric.Name,
            Dimensions = metric.Dimensions,
            Statistic = "Maximum",
            Threshold = LagThreshold(workload.Tier).TotalSeconds * unitsPerSecond,
            Periods = BadMinutes,

            // The standby hears from the primary while all is well, so silence there is the loss. Of a database the primary hears nothing
            // while it writes: its mirror would ring from the first day. After a failover it rings by lag alone; and the standby's stays
            // red until the way back, which starts nothing, since a trigger acts on the change to red. A bucket always tells
            // (StoreAlarms).
            Missing = isStandby || always ? MissingData.Breaching : MissingData.NotBreaching,
            Use = AlarmUse.Detector,
        };
    }

    private static AlarmSpec OnFollowing(PairIdentity pair, WorkloadSettings workload, string region)
    {
        var metric = new StoreMetrics(pair, region).DatabaseLag(workload, workload.Databases.First());
        return new AlarmSpec
        {
            Part = Followed,
            Description = $"This Region followed the writer of {workload.Name} within the last {RememberedMinutes} minutes; red is no fault",
            Namespace = metric.Namespace,
            Metric = metric.Name,
            Dimensions = metric.Dimensions,
            Statistic = "Maximum",
            Comparison = "GreaterThanOrEqualToThreshold",
            Threshold = 0,
            Periods = RememberedMinutes,
            BadPeriods = 1,
            Use = AlarmUse.Condition,
        };
    }

    // A lag beyond the RPO has broken the promise already, so an automatic switch loses nothing that waiting would have kept; people
    // are told earlier.
    private static TimeSpan LagThreshold(RecoveryTier tier)
    {
        var rpo = tier.For(Disruption.Region).Rpo ?? LongestLag;
        return tier.Decide.Within is null || rpo < LongestLag ? rpo : LongestLag;
    }
}
