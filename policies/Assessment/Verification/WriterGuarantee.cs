using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Verification;

/// <summary>A writer of a workload, and what holds it.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Writer">The store, or the job.</param>
/// <param name="Guarantee">What keeps it to one Region.</param>
/// <param name="Text">The same in words, with the bound.</param>
/// <param name="Reconciled">What becomes of acknowledged writes that a failover leaves behind; null where there are none.</param>
/// <param name="Urn">The resource.</param>
public sealed record WriterGuarantee(string Workload, string Writer, Guarantee Guarantee, string Text, string? Reconciled, string Urn)
{
    // The kind of a copy that follows its original.
    private const string Replica = "replica";

    internal static IReadOnlyList<WriterGuarantee> AllOf(WorkloadScene scene, IReadOnlyList<StoreOutcome> stores) =>
    [
        .. stores.Where(outcome => outcome.Store.NeedsPromotion || (scene.Promise.SingleWriter && outcome.Store.Kind == "database"))
            .Select(outcome => OfStore(scene, outcome)),
        .. (scene.Jobs?.Jobs ?? []).DistinctBy(job => job.Name).Select(job => OfJob(scene.Workload, job, scene.Jobs!)),
    ];

    /// <summary>How far the freshest live copy in another Region is behind; null where there is none.</summary>
    internal static Figure? Behind(Store store) => store.Copies.Where(copy => copy.Kind == Replica && copy.Uses.ContainsKey(Disruption.Region))
        .Select(copy => (Figure?)copy.Uses[Disruption.Region].Staleness.Figure).OrderBy(figure => figure!.Value.Worst ?? double.MaxValue).FirstOrDefault();

    private static WriterGuarantee OfStore(WorkloadScene scene, StoreOutcome outcome)
    {
        var store = outcome.Store;
        WriterGuarantee Of(Guarantee guarantee, string text, string? reconciled) =>
            new(scene.Workload, store.Label, guarantee, text, reconciled, store.Node.Urn);

        if (!store.NeedsPromotion)
        {
            return scene.Redirect is { ByControl: true }
                ? Of(Guarantee.RoutingControl, "routing controls: nothing stops writes in the Region that is left", "people compare both databases")
                : Of(Guarantee.None, "none: it takes writes in its own Region whatever the other one does", "people compare both databases");
        }

        if (Behind(store) is not { } behind)
        {
            return Of(
                Guarantee.Restore, "restore from a backup: a Region that comes back still has its database, which people stop first",
                "people compare what is restored with the database that came back");
        }

        var people = scene.Plan is null ? "; people promote it, since no plan is declared" : "";
        var (guarantee, text) = behind switch
        {
            { Worst: null } => (Guarantee.Promotion, "promotion: how much a cut-off writer still acknowledges is unknown"),
            { IsUnbounded: true } => (Guarantee.Promotion, "promotion: nothing bounds what a cut-off writer still acknowledges, and that is lost"),
            { Basis: Basis.Enforced or Basis.Limit, Worst: { } bound } =>
                (Guarantee.PromotionWithBound, $"promotion: a cut-off writer acknowledges writes of {Duration(bound)} at most, and those are lost"),
            { Worst: { } watched } => (
                Guarantee.Promotion,
                $"promotion: a cut-off writer is meant to be {Duration(watched)} ahead at most, which is watched or assumed, not enforced"),
        };
        return Of(guarantee, text + people, Reconciles(scene, store));
    }

    // Aurora keeps the volume of the old primary as a snapshot before it follows again.
    private static string Reconciles(WorkloadScene scene, Store store)
    {
        var heard = FailoverEvents.AreHeard(scene.Estate, store.Home);
        return "snapshot of the old primary (name with unplanned-global-failover), which people compare with the new one; "
            + (heard ? $"an event rule in {store.Home} notifies of it" : $"no event rule in {store.Home} notifies of it");
    }

    private static WriterGuarantee OfJob(string workload, FollowingJob job, PermissionReading reading) => reading is { IsLeased: true, Table: { } table }
        ? new(
            workload, job.Name ?? job.Node.Name, Guarantee.Lease,
            $"lease in {table.Name ?? table.Table.Name}: the job ends {reading.LastsSeconds:0.#} s after the last renewal at the latest",
            "a late writer writes beside newer output: the epoch of the lease is in its paths", job.Node.Urn)
        : new(
            workload, job.Name ?? job.Node.Name, Guarantee.None,
            $"none: it can run in both Regions at once{(reading.Causes is [var cause, ..] ? $", since {cause.Text}" : "")}", null, job.Node.Urn);

    private static string Duration(double seconds) => DurationText.Format(TimeSpan.FromSeconds(seconds));
}
