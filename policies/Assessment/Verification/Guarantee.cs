using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Verification;

/// <summary>What keeps a writer from writing in two Regions, or its writes from being lost.</summary>
public enum Guarantee
{
    /// <summary>Nothing that is declared.</summary>
    None,

    /// <summary>A promotion: the service tries to stop the old writer, and bounds what it may still acknowledge while it is cut off.</summary>
    PromotionWithBound,

    /// <summary>A promotion: what a cut-off writer still acknowledges is watched or assumed, and not bounded.</summary>
    Promotion,

    /// <summary>A lease that the writer's gate asks.</summary>
    Lease,

    /// <summary>Routing controls, which people or a plan turn.</summary>
    RoutingControl,
}

/// <summary>A writer of a workload, and what holds it.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Writer">The store, or the job.</param>
/// <param name="Guarantee">What keeps it to one Region.</param>
/// <param name="Text">The same in words, with the bound.</param>
/// <param name="Urn">The resource.</param>
public sealed record WriterGuarantee(string Workload, string Writer, Guarantee Guarantee, string Text, string Urn)
{
    /// <summary>Of a store that one Region writes at a time.</summary>
    internal static WriterGuarantee Of(StoreOutcome outcome, bool hasPlan, bool byControl)
    {
        var store = outcome.Store;
        var figure = outcome.Rpo.Figure;
        var people = hasPlan ? "" : "; people promote it, since no plan is declared";
        if (!store.NeedsPromotion)
        {
            return byControl
                ? new(store.Workload, store.Label, Guarantee.RoutingControl, "routing controls: nothing stops writes in the Region that is left", store.Node.Urn)
                : new(store.Workload, store.Label, Guarantee.None, "none: it takes writes in its own Region whatever the other one does", store.Node.Urn);
        }

        return figure is { Basis: Basis.Enforced or Basis.Limit, Worst: { } bound } && double.IsFinite(bound)
            ? new(
                store.Workload, store.Label, Guarantee.PromotionWithBound,
                $"promotion: a cut-off writer acknowledges writes of at most {DurationText.Format(TimeSpan.FromSeconds(bound))}, which are lost{people}", store.Node.Urn)
            : new(
                store.Workload, store.Label, Guarantee.Promotion,
                $"promotion: nothing bounds what a cut-off writer still acknowledges, which is lost{people}", store.Node.Urn);
    }

    /// <summary>Of a job.</summary>
    internal static WriterGuarantee Of(string workload, Kubernetes.FollowingJob job, PermissionReading reading) => reading is { IsLeased: true, Table: { } table }
        ? new(workload, job.Node.Name, Guarantee.Lease, $"lease in {table["name"].Text ?? table.Name}: it ends {reading.LastsSeconds:0.#} s after the last renewal at the latest",
            job.Node.Urn)
        : new(workload, job.Node.Name, Guarantee.None, "none: it can run in both Regions at once", job.Node.Urn);
}
