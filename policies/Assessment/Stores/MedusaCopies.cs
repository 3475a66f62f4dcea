using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Kubernetes.Cassandra;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// The backups that Medusa makes of a Cassandra cluster: in a bucket, which is where it is. It restores into a datacenter with the same names
/// of datacenter and racks only.
/// </summary>
internal static class MedusaCopies
{
    private const string Kind = "Medusa backup";

    private static readonly Disruption[] Anywhere = [Disruption.Zone, Disruption.Region, Disruption.Corruption];

    public static IEnumerable<Copy> Of(StoreContext context, Store store, CassandraCluster cluster, CassandraDatacenter home) =>
        MedusaSchedule.Of(context.Estate, home).Select(schedule => Of(context, store, cluster, home, schedule));

    private static Copy Of(StoreContext context, Store store, CassandraCluster cluster, CassandraDatacenter home, MedusaSchedule schedule)
    {
        if (MedusaBackups.Fault(context.Estate, cluster, schedule) is { } fault)
        {
            return new CopyBuilder(Kind, null, schedule.Node).Loses(fault, Anywhere).Build();
        }

        var storage = MedusaStorage.Of(context.Estate, cluster)!;
        var region = MedusaBackups.RegionOf(context.Estate, storage);
        if (region is null)
        {
            return new CopyBuilder(Kind, null, schedule.Node)
                .Loses(Reason.Uncertain($"no reader knows where the bucket {storage.Bucket} is", storage.Node, storage.Bucket.Path), Anywhere).Build();
        }

        var gap = StandardCron.LongestGap(schedule.Cron.Text);
        var age = Derivation.Sum(
            "age of the newest backup",
            gap is { } longest
                ? Derivation.Leaf(
                    "longest backup interval", Figure.Exactly(longest.TotalSeconds, Basis.Enforced),
                    new Source(SourceKind.Property, schedule.Cron.Path, schedule.Node.Urn))
                : Derivation.Leaf("longest backup interval", Figure.Unknown, new Source(SourceKind.Property, schedule.Cron.Path, schedule.Node.Urn)),
            context.Estimates.Duration("backup and upload", "backup-time-to-finish", store.Workload, store.Label, store.Node.Urn));
        var restore = context.Restore(store, null);
        var copy = Snapshots.Of(context, store, Kind, region, schedule.Node, age, KeptDays(storage, gap), restore, Untold(storage));
        return copy.Uses.TryGetValue(Disruption.Region, out var use)
            ? copy with
            {
                Uses = new Dictionary<Disruption, CopyUse>(copy.Uses)
                {
                    [Disruption.Region] = use with { Recovery = Elsewhere(context, store, home, restore) },
                },
            }
            : copy;
    }

    // Medusa maps nodes by datacenter and rack, and refuses another topology.
    private static Derivation Elsewhere(StoreContext context, Store store, CassandraDatacenter home, Derivation restore)
    {
        var same = CassandraCluster.AllIn(context.Estate).SelectMany(cluster => cluster.Datacenters).Any(other =>
            other.Node != home.Node && CassandraPlacement.RegionOf(context.Estate, other) is { } region && region != store.Home
            && other.CassandraName == home.CassandraName && RackNames(other) == RackNames(home));
        return same ? restore : Derivation.Never(
            "restore into another Region",
            $"Medusa restores into the same names only, and no datacenter {home.CassandraName} with the racks {RackNames(home)} is declared in another Region");
    }

    private static string RackNames(CassandraDatacenter datacenter) =>
        string.Join(", ", (datacenter.Racks ?? []).Select(rack => rack.Name).Order(StringComparer.Ordinal));

    private static Prop Untold(MedusaStorage storage) => storage.Age.IsUnknown ? storage.Age : storage.Count.IsUnknown ? storage.Count : default;

    // By age, or by how many, whichever ends sooner; 0 is no limit.
    private static double? KeptDays(MedusaStorage storage, TimeSpan? gap)
    {
        double? byAge = storage.Age.Number is > 0 and var days ? days : null;
        double? byCount = storage.Count.Number is > 0 and var count && gap is { } each ? count * each.TotalDays : null;
        return byAge is { } one && byCount is { } other ? Math.Min(one, other) : byAge ?? byCount;
    }
}
