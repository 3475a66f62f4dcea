using DrInfra.Policies.Aws.Fsx;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>FSx file systems: in one zone or two, with daily backups of their own and those of AWS Backup.</summary>
internal sealed class FsxReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } =
    [
        FsxTypes.LustreFileSystem, FsxTypes.OntapFileSystem,
        FsxTypes.OpenZfsFileSystem, FsxTypes.WindowsFileSystem,
    ];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var system in context.Estate.OfTypes(Types))
        {
            var workload = context.WorkloadOf(system);
            var (label, size, change) = context.Describe(workload, "files", system);
            var store = new Store(system, workload, "files", label, system.Region) { Members = [system], SizeGb = size ?? system["storageCapacity"].Number, ChangeGbPerDay = change };
            yield return store with { Copies = [InRegion(context, store), Daily(context, store), .. BackupCopies.Of(context, store, null)] };
        }
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var kind = store.Node["deploymentType"];
        var copy = ZoneCopy.Regional(store, "its own storage");
        var over = context.Estimates.Duration("the other file server takes over", "files-failover", store.Workload, store.Label, store.Node.Urn);
        var nothing = Derivation.Nothing("work not yet stored", "the storage keeps what was acknowledged");
        if (kind.IsUnknown)
        {
            var unknown = Derivation.Leaf("zones of the file system", Figure.Unknown, new Source(SourceKind.Property, kind.Path, store.Node.Urn));
            return copy.Survives(Disruption.Instance, nothing, over).Survives(Disruption.Zone, unknown, unknown).Build();
        }

        copy = kind.Text?.StartsWith("SCRATCH", StringComparison.Ordinal) == true || (!kind.IsStated() && store.Node.Type.Contains("lustre", StringComparison.Ordinal))
            ? copy.Loses(Disruption.Instance, "scratch storage is gone when a server fails")
            : copy.Survives(Disruption.Instance, nothing, over);
        return kind.Text?.StartsWith("MULTI_AZ", StringComparison.Ordinal) == true
            ? copy.Survives(Disruption.Zone, nothing, over).Build()
            : copy.Loses(Disruption.Zone, "it is in one zone alone").Build();
    }

    private static Copy Daily(StoreContext context, Store store)
    {
        const string Kind = "daily backup";
        var days = store.Node["automaticBackupRetentionDays"];

        // Off where nothing is stated, but for Windows: seven days (the provider's default).
        var kept = days.Number ?? (store.Node.Type.Contains("windows", StringComparison.Ordinal) ? 7 : 0);
        return days.IsUnknown ? Snapshots.Unknown(store, Kind, days)
            : kept > 0 ? Snapshots.Of(context, store, Kind, store.Home, store.Node, Snapshots.Daily(context, store, default), kept, context.Restore(store, null))
            : Snapshots.None(store, Kind, "automatic backups are off");
    }
}
