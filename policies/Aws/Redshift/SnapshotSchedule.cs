using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Aws.Redshift;

/// <summary>A schedule that replaces what the service does by itself: a snapshot every eight hours, or when much has changed.</summary>
/// <param name="Association">What puts the cluster on it.</param>
internal readonly record struct SnapshotSchedule(Node Association, Reference Schedule)
{
    public Prop Definitions => Schedule.Target?["definitions"] ?? default;

    /// <summary>Between two snapshots of the most frequent definition, to which the others add; null where one cannot be read.</summary>
    public TimeSpan? LongestGap => ScheduleDefinition.LongestGap(Definitions.Items);
}
