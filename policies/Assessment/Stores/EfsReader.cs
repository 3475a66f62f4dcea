using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DataSync;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>EFS file systems: over zones or in one, with their replication and backups.</summary>
internal sealed class EfsReader : IStoreReader
{
    private const string RestoreFact = "rhub-est-efs-restore";

    public IReadOnlyList<string> Types { get; } = [EfsTypes.FileSystem, EfsTypes.ReplicationConfiguration];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var replications = FileReplication.AllIn(context.Estate);
        var destinations = replications.Select(replication => replication.Destination.Target).OfType<Node>().ToHashSet();
        var systems = context.Estate.OfType(EfsTypes.FileSystem)
            .Where(system => !destinations.Contains(system) && SyncTasks.Of(context.Estate).CopyOf(system) is null);
        foreach (var (system, workload) in systems.SelectMany(system => context.WorkloadsOf(system).Select(name => (system, name))))
        {
            FileReplication[] own = [.. replications.Where(replication => replication.Source.Target == system)];
            FileReplication[] open = [.. replications.Where(replication => replication.Source.IsUnknown && replication.Node.Stack == system.Stack)];
            var claims = context.ClaimsOn(system, workload);
            var (label, size, change) = context.Describe(workload, "files", system);
            var store = new Store(system, workload, "files", label, system.Region)
            {
                Members =
                [
                    system, .. own.Select(replication => replication.Destination.Target).OfType<Node>(), .. claims.Select(claim => claim.Node).Distinct(),
                ],
                SizeGb = size,
                ChangeGbPerDay = change,
            };
            yield return store with { Copies = [.. CopiesOf(context, store, own, open), .. VolumeCopies.Of(context, store, claims)] };
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

        foreach (var copy in BackupCopies.Of(context, store, RestoreFact))
        {
            yield return copy;
        }

        foreach (var copy in SyncedCopies.Of(context, store))
        {
            yield return copy;
        }

        yield return Automatic(context, store);
    }

    // By a plan and in a vault of EFS's own, in the Region of the file system.
    private static Copy Automatic(StoreContext context, Store store)
    {
        const string Kind = "automatic backup";
        if (AutomaticFileBackups.AreMade(context.Estate, store.Node) is not true and var made)
        {
            return made is null ? Snapshots.Unknown(store, Kind, AutomaticFileBackups.State(context.Estate, store.Node))
                : Snapshots.None(store, Kind, "automatic backups are off");
        }

        var (interval, window, kept) = (FactBook.Get("efs-automatic-backup-interval"), FactBook.Get("backup-start-window-default"),
            FactBook.Get("efs-automatic-backup-retention"));
        var age = Derivation.Sum(
            "age of the newest backup",
            Derivation.Leaf("one a day", Figure.Exactly(interval.Seconds!.Value, Basis.Enforced), interval.ToSource()),
            Derivation.Leaf("start window", Figure.Exactly(window.Seconds!.Value, Basis.Limit), window.ToSource()),
            context.Estimates.Duration("job", "backup-time-to-finish", store.Workload, store.Label, store.Node.Urn));
        return Snapshots.Of(context, store, Kind, store.Home, store.Node, age, kept.Number, context.Restore(store, RestoreFact));
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
