using DrInfra.Policies.Assessment;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;

namespace DrInfra.Policies.Checking;

/// <summary>What a report shows of the stores.</summary>
internal static class StoreReports
{
    public static IReadOnlyList<StoreReport> Of(RecoveryAssessment recovery) =>
        [.. recovery.Stores.Select(store => new StoreReport(
            store.Node.Urn,
            store.Workload,
            store.Kind,
            store.Home,
            [.. store.Copies.Where(copy => copy.Uses.Count > 0)
                .Select(copy => new CopyReport(copy.Kind, copy.Region, copy.Node.Urn, [.. copy.Uses.Keys.Order().Select(disruption => disruption.Text())]))
                .DistinctBy(copy => (copy.Kind, copy.Region, copy.Urn))],
            [.. DisruptionNames.All.Select(disruption => Verdict(recovery.OutcomesOf[store][disruption], disruption, recovery.Promises))]))];

    private static StoreVerdict Verdict(StoreOutcome outcome, Disruption disruption, Promises promises) =>
        new(disruption, outcome.Rpo, outcome.Recovery, promises.For(outcome.Store.Workload)?.For(disruption) ?? Objective.None);
}
