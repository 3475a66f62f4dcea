using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Until a replica cluster of Aurora, DocumentDB or Neptune takes writes in the primary's place.</summary>
internal static class ClusterPromotion
{
    /// <param name="prefix">Of the assumption: <c>{prefix}-promotion</c>.</param>
    /// <param name="promotionFact">The fact with the usual time of the promotion; null where there is none.</param>
    /// <param name="creationFact">The fact with the usual time to make an instance; null where there is none.</param>
    public static Derivation Of(StoreContext context, Store store, Node member, string prefix, string? promotionFact, string? creationFact)
    {
        var promote = context.Estimates.Duration($"promote {store.Label}", $"{prefix}-promotion", store.Workload, store.Label, member.Urn, promotionFact);
        var instances = ClusterInstances.Of(context.Estate, member);
        if (instances.Count == 0)
        {
            return Derivation.Sum("promote a replica without instances", Capacity("create an instance"), promote);
        }

        // A writer of a smaller class than the one it replaces cannot carry its work: it is resized first.
        return ClusterInstances.CanStandIn(instances, ClusterInstances.Of(context.Estate, store.Node))
            ? promote
            : Derivation.Sum($"promote {store.Label} and scale it to the writer's size", promote, Capacity("resize or add instances"));

        Derivation Capacity(string label) => context.Estimates.Duration(label, "database-capacity", store.Workload, store.Label, member.Urn, creationFact);
    }
}
