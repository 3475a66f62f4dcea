using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Operations;

/// <summary>The alarms that one composite per workload sums up: those on its stores, on the age of their backups and of savepoints.</summary>
public static class AtRiskAlarms
{
    /// <summary>The part of the composite's name.</summary>
    public const string Part = "recovery-at-risk";

    /// <summary>The alarms of a Region; none where it holds nothing of the workload, and then there is no composite.</summary>
    public static IReadOnlyList<AlarmSpec> For(PairIdentity pair, WorkloadSettings workload, string region) =>
        [.. StoreAlarms.For(pair, workload, region), .. BackupAlarms.For(pair, workload, region), .. SavepointAlarms.For(workload)];
}
