using DrInfra.Policies.Assessment.Stores;
using DrInfra.Recovery;

namespace DrInfra.Policies.Assessment;

/// <summary>Where the results of jobs of two Regions go.</summary>
internal static class JobResults
{
    /// <summary>Whether they meet: work of two Regions that is on data of their own is no double work.</summary>
    public static bool Meet(RecoveryAssessment recovery, string workload, params IReadOnlyList<string?> regions) => recovery.Stores.Any(store =>
        store.Workload == workload && store.Kind != JobStates.Kind
            && store.Copies.Any(copy => copy.Uses.ContainsKey(Disruption.Region) && regions.Contains(copy.Region)));
}
