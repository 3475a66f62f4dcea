using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Multi-AZ DB clusters of RDS: a writer and two readable standbys in three zones, which the service makes by itself.</summary>
internal sealed class MultiAzClusterReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [];

    /// <summary>Whether a cluster is one of these, and not Aurora's: it states the class of instances that RDS makes for it.</summary>
    public static bool Is(Node cluster) => cluster["dbClusterInstanceClass"].IsStated()
        || (cluster["engine"].Text is { } engine && !engine.StartsWith("aurora", StringComparison.Ordinal) && cluster["allocatedStorage"].IsStated());

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var cluster in context.Estate.OfType(RdsTypes.Cluster).Where(Is))
        {
            var replicas = context.Estate.UsersOf(cluster, RdsTypes.Instance, "replicateSourceDb");
            var store = RdsInstanceReader.StoreOf(context, cluster, "clusterIdentifier", replicas);
            yield return store with { Copies = [.. CopiesOf(context, store, replicas)] };
        }
    }

    private static IEnumerable<Copy> CopiesOf(StoreContext context, Store store, IReadOnlyList<Node> replicas)
    {
        var nothing = Derivation.Nothing("work not yet on a standby", "one of two standbys is written before a commit is acknowledged");
        var failover = context.Estimates.Duration("a standby takes over", "rds-multi-az-failover", store.Workload, store.Label, store.Node.Urn, "rds-multiaz-cluster-failover");
        yield return ZoneCopy.Regional(store, "standbys in two other zones").Survives(Disruption.Instance, nothing, failover).Survives(Disruption.Zone, nothing, failover).Build();
        foreach (var replica in replicas)
        {
            var lost = replica.Region is { } region ? context.KeyLost(replica, replica["kmsKeyId"], region) : null;
            yield return RegionReplica.Of(
                store, replica, replica.Region, lost, RdsInstanceReader.Lag(context, store, replica), RdsInstanceReader.Promotion(context, store, replica));
        }

        var restore = context.Restore(store, "rhub-est-rds-restore");
        var retention = store.Node["backupRetentionPeriod"];
        var window = new CopyBuilder("point-in-time window", store.Home, store.Node)
            .Loses(Disruption.Region, $"it is in {store.Home ?? "one Region"} alone")
            .Loses(Disruption.Account, "the account may delete it");
        yield return PointInTime.Add(context, store, window, !retention.IsStated() ? 1 : retention.Number, retention.IsUnknown, restore).Build();
        foreach (var copy in BackupCopies.Of(context, store, "rhub-est-rds-restore"))
        {
            yield return copy;
        }
    }
}
