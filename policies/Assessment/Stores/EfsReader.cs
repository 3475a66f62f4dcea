using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>EFS file systems: over zones or in one, with their replication and backups.</summary>
internal sealed class EfsReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [EfsTypes.FileSystem, EfsTypes.ReplicationConfiguration];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var replications = context.Estate.OfType(EfsTypes.ReplicationConfiguration)
            .Select(replication => (Node: replication, Destination: context.Estate.References.Follow(replication, replication["destination"]["fileSystemId"], EfsTypes.FileSystem)))
            .ToDictionary(pair => pair.Node, pair => pair.Destination);
        var destinations = replications.Values.Select(destination => destination.Target).OfType<Node>().ToHashSet();
        foreach (var system in context.Estate.OfType(EfsTypes.FileSystem).Where(system => !destinations.Contains(system)))
        {
            var workload = context.WorkloadOf(system);
            var (label, size, change) = context.Describe(workload, "files", system);
            var store = new Store(system, workload, "files", label, system.Region) 
            {
                Members = [system, .. context.Estate.UsersOf(system, EfsTypes.ReplicationConfiguration, "sourceFileSystemId").Select(replication => replications[replication].Target).OfType<Node>()],
                SizeGb = size,
                ChangeGbPerDay = change,
            };
            yield return store with { Copies = [.. CopiesOf(context, store, replications)] };
        }
    }

    private static IEnumerable<Copy> CopiesOf(StoreContext context, Store store, Dictionary<Node, Reference> replications)
    {
        var noStep = Derivation.Nothing("the file system goes on", "the service moves away from the failed part by itself");
        var nothing = Derivation.Nothing("work not yet in the other zones", "EFS writes to several zones before it acknowledges");
        var oneZone = store.Node["availabilityZoneName"];
        var own = new CopyBuilder(oneZone.IsAbsent ? "copies in several zones" : "copies in one zone", store.Home, store.Node)
            .Survives(Disruption.Instance, nothing, noStep)
            .Loses(Disruption.Region, $"it is in {store.Home ?? "one Region"} alone")
            .Loses(Disruption.Corruption, "what is wrong is wrong in all copies")
            .Loses(Disruption.Account, "the account may delete the file system");
        yield return (oneZone.IsAbsent ? own.Survives(Disruption.Zone, nothing, noStep) : own.Loses(Disruption.Zone, "it is in one zone alone")).Build();
        foreach (var replication in context.Estate.UsersOf(store.Node, EfsTypes.ReplicationConfiguration, "sourceFileSystemId"))
        {
            yield return Replica(context, store, replication, replications[replication]);
        }

        foreach (var copy in BackupCopies.Of(context, store, "rhub-est-efs-restore"))
        {
            yield return copy;
        }
    }

    private static Copy Replica(StoreContext context, Store store, Node replication, Reference destination)
    {
        var stated = replication["destination"]["region"];
        var region = stated.Text ?? destination.Region;
        if (region is null && destination.IsAbsent && stated.IsAbsent)
        {
            region = replication.Region;
        }

        var lost = region is null ? null
            : context.KeyLost(replication, replication["destination"]["kmsKeyId"], region)
                ?? (destination.Target is { } target ? context.KeyLost(target, target["kmsKeyId"], region) : null);
        var usual = context.Estimates.Duration("usual lag", "efs-replication-lag", store.Workload, store.Label, replication.Urn, "efs-repl-rpo");
        var alarms = context.Alarms.On("TimeSinceLastSync", store.Node.Resource.Id, store.Node).Where(alarm => alarm["namespace"].Text == "AWS/EFS");
        var promotion = context.Estimates.Duration("make the replica writable: delete the replication", "efs-replica-promotion", store.Workload, store.Label, replication.Urn);
        return RegionReplica.Of(store, replication, region, lost, RegionReplica.Lag(usual, alarms, 1), promotion);
    }
}
