using DrInfra.Policies.Reading;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Recovery.Stores;

/// <summary>EFS file systems: over zones or in one, with their replication and backups.</summary>
internal sealed class EfsReader : IStoreReader
{
    public const string FileSystem = "aws:efs/fileSystem:FileSystem";
    private const string Replication = "aws:efs/replicationConfiguration:ReplicationConfiguration";

    public IReadOnlyList<string> Types { get; } = [FileSystem, Replication];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var system in context.Estate.OfType(FileSystem).Where(system => context.Estate.UsersOf(system, Replication, "destination").Count == 0))
        {
            var workload = context.WorkloadOf(system);
            var (label, size, change) = context.Describe(workload, "files", system);
            var store = new Store(system, workload, "files", label, system.Region) { Members = [system], SizeGb = size, ChangeGbPerDay = change };
            yield return store with { Copies = [.. CopiesOf(context, store)] };
        }
    }

    private static IEnumerable<Copy> CopiesOf(StoreContext context, Store store)
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
        foreach (var replication in context.Estate.UsersOf(store.Node, Replication, "sourceFileSystemId"))
        {
            var region = replication["destination"]["region"].Text;
            var copy = new CopyBuilder("replica", region, replication)
                .Loses(Disruption.Corruption, "what is wrong is replicated")
                .Loses(Disruption.Account, "the account may delete the replica");
            yield return region is null || region == store.Home
                ? copy.Loses(Disruption.Region, "it is in the same Region").Build()
                : copy.Survives(
                    Disruption.Region,
                    context.Estimates.Duration("usual lag", "efs-replication-lag", store.Workload, store.Label, replication.Urn, "efs-repl-rpo"),
                    context.Estimates.Duration("make the replica writable: delete the replication", "efs-replica-promotion", store.Workload, store.Label, replication.Urn)).Build();
        }

        foreach (var copy in BackupCopies.Of(context, store, ResourceArns.Of(store.Node), "EFS", "rhub-est-efs-restore"))
        {
            yield return copy;
        }
    }
}
