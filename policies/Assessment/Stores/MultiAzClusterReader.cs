using DrInfra.Policies.Aws.Rds;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Multi-AZ DB clusters of RDS: a writer and two readable standbys in three zones, which the service makes by itself.</summary>
internal sealed class MultiAzClusterReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var cluster in context.Estate.OfType(RdsTypes.Cluster).Where(ClusterInstances.AreMadeByRds))
        {
            var replicas = InstanceReplica.Of(context.Estate, cluster);
            var store = RdsInstanceReader.StoreOf(context, cluster, replicas);
            yield return store with { Copies = [.. CopiesOf(context, store, replicas)] };
        }
    }

    private static IEnumerable<Copy> CopiesOf(StoreContext context, Store store, IReadOnlyList<Node> replicas)
    {
        var nothing = Derivation.Nothing("data not yet on a standby", "one of two standbys is written before a commit is acknowledged");
        var failover = context.Estimates.Duration(
            "a standby takes over", "rds-multi-az-failover", store.Workload, store.Label, store.Node.Urn, "rds-multiaz-cluster-failover");
        yield return ZoneCopy.Regional(store, "standbys in two other zones").Survives(Disruption.Instance, nothing, failover)
            .Survives(Disruption.Zone, nothing, failover).Build();
        foreach (var replica in RdsInstanceReader.Replicas(context, store, replicas))
        {
            yield return replica;
        }

        yield return PointInTime.Window(context, store, context.Restore(store, "rhub-est-rds-restore"));
        foreach (var copy in BackupCopies.Of(context, store, "rhub-est-rds-restore"))
        {
            yield return copy;
        }
    }
}
