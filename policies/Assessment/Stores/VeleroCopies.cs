using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Policies.Kubernetes.Velero;
using DrInfra.Policies.Kubernetes.Volumes;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// The copies that Velero makes of the volumes of pods: snapshots, which stay in the Region, or data in a bucket, which is where the bucket
/// and its replicas are.
/// </summary>
internal static class VeleroCopies
{
    private const string Moved = "Velero backup";
    private const string Snapshot = "Velero snapshot";

    /// <param name="claims">A schedule counts that takes all of them.</param>
    public static IEnumerable<Copy> Of(StoreContext context, Store store, IReadOnlyList<VolumeClaim> claims)
    {
        var velero = VeleroEstate.Of(context.Estate);
        return claims.SelectMany(velero.Of).GroupBy(pair => pair.Schedule).Where(group => group.Count() == claims.Count)
            .SelectMany(group => Of(context, store, group.Key, Weakest([.. group.Select(pair => pair.Save)])));
    }

    private static VolumeSave Weakest(VolumeSave[] saves) =>
        new(
            Array.Exists(saves, save => save.IsMoved is null) ? null : Array.TrueForAll(saves, save => save.IsMoved == true),
            Reason.Deciding(saves.Select(save => save.Why).OfType<Reason>()));

    private static IEnumerable<Copy> Of(StoreContext context, Store store, VeleroSchedule schedule, VolumeSave save)
    {
        var (node, age) = (schedule.Node, Age(context, store, schedule));
        if (save.IsMoved == false)
        {
            return [save.Why is { } why ? Lost(store, schedule, Snapshot, why)
                : Snapshots.Of(
                    context, store, Snapshot, store.Home, node, age, schedule.KeptDays, context.Restore(store, null), Untold(schedule))];
        }

        if (save.Why is { } reason || (reason = schedule.Location is null ? NoLocation(schedule) : schedule.Location.Closed) is not null)
        {
            return [Lost(store, schedule, Moved, reason)];
        }

        var location = schedule.Location!;
        var bucket = context.Estate.References.Follow(location.Node, location.Bucket, [.. BucketScope.Types]).Target;
        var region = bucket?.Region ?? location.Region.Text;
        return region is not null ? InBucket(context, store, schedule, age, bucket, region) :
        [
            Lost(
                store, schedule, Moved,
                Reason.Uncertain($"the Region of Velero's bucket {location.Bucket} is not stated", location.Node, location.Region.Path)),
        ];
    }

    private static IEnumerable<Copy> InBucket(StoreContext context, Store store, VeleroSchedule schedule, Derivation age, Node? bucket, string region)
    {
        var restore = context.Restore(store, null);
        var elsewhere = Elsewhere(context, store, restore);
        var own = Snapshots.Of(context, store, Moved, region, schedule.Node, age, schedule.KeptDays, restore, Untold(schedule));
        yield return own.Uses.TryGetValue(Disruption.Region, out var use)
            ? own with { Uses = new Dictionary<Disruption, CopyUse>(own.Uses) { [Disruption.Region] = use with { Recovery = elsewhere } } }
            : own;

        // What outlives the bucket outlives the backups in it.
        foreach (var replica in bucket is null ? [] : BucketReader.CopiesOf(context, bucket))
        {
            var copy = new CopyBuilder($"{Moved} in the bucket's {replica.Kind}", replica.Region, replica.Node);
            foreach (var disruption in new[] { Disruption.Region, Disruption.Account }.Where(replica.Uses.ContainsKey))
            {
                var there = replica.Uses[disruption];
                copy.Survives(
                    disruption, Derivation.Sum("age of the newest backup there", age, there.Staleness),
                    Derivation.Sum("the bucket, then the restore", there.Recovery, elsewhere));
            }

            if (copy.Build() is { Uses.Count: > 0 } found)
            {
                yield return found;
            }
        }
    }

    // Velero restores into a cluster that runs.
    private static Derivation Elsewhere(StoreContext context, Store store, Derivation restore) =>
        context.Estate.OfType(EksTypes.Cluster).Any(cluster => cluster.Region is { } region && region != store.Home)
            ? restore
            : Derivation.Never("restore into a cluster of another Region", "no EKS cluster is declared in another Region");

    private static Reason NoLocation(VeleroSchedule schedule) => schedule.LocationName.Text is { Length: > 0 } name
        ? Reason.Uncertain($"the storage location {name} is not declared", schedule.Node, schedule.LocationName.Path)
        : Reason.Uncertain("no default storage location is declared", schedule.Node, schedule.LocationName.Path);

    // Whatever becomes of a snapshot, it does not leave the Region.
    private static Copy Lost(Store store, VeleroSchedule schedule, string kind, Reason why)
    {
        var copy = new CopyBuilder(kind, kind == Snapshot ? store.Home : null, schedule.Node).Loses(why, Disruption.Zone, Disruption.Corruption);
        return copy.Loses(Disruption.Region, kind == Snapshot && why.IsUnknown ? $"snapshots stay in {store.Home ?? "the Region"}" : why).Build();
    }

    private static Derivation Age(StoreContext context, Store store, VeleroSchedule schedule) => Derivation.Sum(
        "age of the newest backup",
        Interval(schedule),
        context.Estimates.Duration("backup and upload", "backup-time-to-finish", store.Workload, store.Label, store.Node.Urn));

    private static Derivation Interval(VeleroSchedule schedule) => StandardCron.LongestGap(schedule.Cron.Text) is { } gap
        ? schedule.KeptDays is { } days && TimeSpan.FromDays(days) < gap
            ? Derivation.Never(
                "longest backup interval", $"backups of the schedule {schedule.Name} are deleted before the next one is made",
                new Source(SourceKind.Property, schedule.Ttl.Path, schedule.Node.Urn))
            : Derivation.Leaf(
                "longest backup interval", Figure.Exactly(gap.TotalSeconds, Basis.Enforced),
                new Source(SourceKind.Property, schedule.Cron.Path, schedule.Node.Urn))
        : schedule.Cron.IsUnknown
            ? Derivation.Leaf("longest backup interval", Figure.Unknown, new Source(SourceKind.Property, schedule.Cron.Path, schedule.Node.Urn))
            : Derivation.Never(
                "longest backup interval", $"the schedule {schedule.Name} is not valid: {schedule.Cron}",
                new Source(SourceKind.Cause, "its cron expression is not valid", schedule.Node.Urn, Property: schedule.Cron.Path));

    private static Prop Untold(VeleroSchedule schedule) => schedule.KeptDays is null ? schedule.Ttl : default;
}
