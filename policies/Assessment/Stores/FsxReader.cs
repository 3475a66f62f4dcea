using DrInfra.Policies.Aws.Fsx;
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
        foreach (var (system, workload) in context.Estate.OfTypes(Types).SelectMany(system => context.WorkloadsOf(system).Select(name => (system, name))))
        {
            var claims = context.ClaimsOn(system, workload);
            var (label, size, change) = context.Describe(workload, "files", system);
            var store = new Store(system, workload, "files", label, system.Region)
            {
                Members = [system, .. claims.Select(claim => claim.Node).Distinct()],
                SizeGb = size ?? new FsxFileSystem(system).StorageGb,
                ChangeGbPerDay = change,
            };
            var daily = Snapshots.Daily(context, store, "daily backup", new FsxFileSystem(system).Backups);
            yield return store with
            {
                Copies = [InRegion(context, store), daily, .. BackupCopies.Of(context, store, null), .. VolumeCopies.Of(context, store, claims)],
            };
        }
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var system = new FsxFileSystem(store.Node);
        var copy = ZoneCopy.Regional(store, "its own storage");
        var over = context.Estimates.Duration("the other file server takes over", "files-failover", store.Workload, store.Label, store.Node.Urn);
        var nothing = Derivation.Nothing("data not yet stored", "the storage keeps acknowledged writes");
        if (system.Deployment.IsUnknown)
        {
            var unknown = Derivation.Leaf("zones of the file system", Figure.Unknown, new Source(SourceKind.Property, system.Deployment.Path, store.Node.Urn));
            return copy.Survives(Disruption.Instance, nothing, over).Survives(Disruption.Zone, unknown, unknown).Build();
        }

        copy = system.IsScratch
            ? copy.Loses(Disruption.Instance, "scratch storage is lost when a server fails")
            : copy.Survives(Disruption.Instance, nothing, over);
        return system.SpansZones
            ? copy.Survives(Disruption.Zone, nothing, over).Build()
            : copy.Loses(Disruption.Zone, "it is in one zone only").Build();
    }
}
