using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>EFS file systems: over zones or in one, with their replication and backups.</summary>
internal sealed class EfsReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [EfsTypes.FileSystem, EfsTypes.ReplicationConfiguration];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var replications = FileReplication.AllIn(context.Estate);
        var destinations = replications.Select(replication => replication.Destination.Target).OfType<Node>().ToHashSet();
        foreach (var system in context.Estate.OfType(EfsTypes.FileSystem).Where(system => !destinations.Contains(system)))
        {
            FileReplication[] own = [.. replications.Where(replication => replication.Source.Target == system)];
            FileReplication[] open = [.. replications.Where(replication => replication.Source.IsUnknown && replication.Node.Stack == system.Stack)];
            var workload = context.WorkloadOf(system);
            var (label, size, change) = context.Describe(workload, "files", system);
            var store = new Store(system, workload, "files", label, system.Region)
            {
                Members = [system, .. own.Select(replication => replication.Destination.Target).OfType<Node>()],
                SizeGb = size,
                ChangeGbPerDay = change,
            };
            yield return store with { Copies = [.. CopiesOf(context, store, own, open)] };
        }
    }

    private static IEnumerable<Copy> CopiesOf(StoreContext context, Store store, FileReplication[] replications, FileReplication[] open)
    {
        var noStep = Derivation.Nothing("the file system stays available", "the service routes around the failure");
        var nothing = Derivation.Nothing("data not yet in the other zones", "EFS writes to several zones before it acknowledges a write");
        var oneZone = OneZoneStorage.ZoneOf(store.Node);
        var own = new CopyBuilder(oneZone.IsAbsent ? "copies in several zones" : "copies in one zone", store.Home, store.Node)
            .Survives(Disruption.Instance, nothing, noStep)
            .Loses(Disruption.Region, $"it is only in {store.Home ?? "one Region"}")
            .Loses(Disruption.Corruption, "all copies have the corrupt data")
            .Loses(Disruption.Account, "the account can delete the file system");
        yield return (oneZone.IsAbsent ? own.Survives(Disruption.Zone, nothing, noStep) : own.Loses(Disruption.Zone, "it is in one zone only")).Build();
        foreach (var replication in replications)
        {
            yield return Replica(context, store, replication);
        }

        foreach (var replication in open)
        {
            yield return RegionReplica.Unknown(replication.Node, replication.SourceId);
        }

        foreach (var copy in BackupCopies.Of(context, store, "rhub-est-efs-restore"))
        {
            yield return copy;
        }
    }

    private static Copy Replica(StoreContext context, Store store, FileReplication replication)
    {
        var node = replication.Node;
        var usual = context.Estimates.Duration("typical lag", "efs-replication-lag", store.Workload, store.Label, node.Urn, "efs-repl-rpo");
        var alarms = context.Alarms.On("TimeSinceLastSync", store.Node.Resource.Id, store.Node)
            .Where(alarm => MetricSource.IsOf(alarm, "AWS/EFS") && alarm.Region != store.Home);
        var promotion = context.Estimates.Duration(
            "make the replica writable by deleting the replication", "efs-replica-promotion", store.Workload, store.Label, node.Urn);
        return RegionReplica.Of(store, node, replication.Region, replication.Lost(context.Estate), RegionReplica.Lag(usual, alarms, 1), promotion);
    }
}
