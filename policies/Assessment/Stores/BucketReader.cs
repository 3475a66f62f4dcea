using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.DataSync;
using DrInfra.Policies.Aws.S3;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>S3 buckets, those that replicate to each other being one store.</summary>
internal sealed class BucketReader : IStoreReader
{

    public IReadOnlyList<string> Types { get; } = BucketScope.Types;

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var group in Groups(context.Estate))
        {
            yield return Of(context, group);
        }
    }

    private static IEnumerable<IReadOnlyList<Node>> Groups(Estate estate)
    {
        var buckets = estate.OfTypes(BucketScope.Types).ToArray();
        var root = buckets.ToDictionary(bucket => bucket, bucket => bucket);
        foreach (var rule in Replications.Of(estate).Enabled)
        {
            if (rule is { Source: { } source, Destination.Target: { } destination })
            {
                root[Find(source)] = Find(destination);
            }
        }

        foreach (var bucket in buckets)
        {
            // What a task of DataSync alone fills is a copy.
            if (SyncTasks.Of(estate).CopyOf(bucket) is { } source && buckets.Contains(source)
                && (bucket.Workload is null || bucket.Workload == source.Workload))
            {
                root[Find(bucket)] = Find(source);
            }
        }

        return buckets.GroupBy(Find).Select(group => (IReadOnlyList<Node>)[.. group]).OrderBy(group => group[0].Urn, StringComparer.Ordinal);

        Node Find(Node bucket)
        {
            while (root[bucket] != bucket)
            {
                bucket = root[bucket];
            }

            return bucket;
        }
    }

    /// <summary>The store of each bucket.</summary>
    public static Dictionary<Node, Store> StoresByBucket(StoreContext context) => Groups(context.Estate)
        .Select(group => Of(context, group)).SelectMany(store => store.Members.Select(member => (member, store))).ToDictionary();

    /// <summary>The copies of what is written into a bucket.</summary>
    public static IReadOnlyList<Copy> CopiesOf(StoreContext context, Node bucket) => Of(context, [bucket]).Copies;

    private static Store Of(StoreContext context, IReadOnlyList<Node> members)
    {
        var replications = Replications.Of(context.Estate);
        var workload = members.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
        var primary = context.PromiseOf(workload)?.Regions?.Primary;
        var home = members.FirstOrDefault(member => primary is not null && member.Region == primary)
            ?? members.FirstOrDefault(member => replications.From(member).Any(rule => rule.IsEnabled))
            ?? members.FirstOrDefault(member => SyncTasks.Of(context.Estate).From(member).Any()) ?? members[0];
        var (label, size, change) = context.Describe(workload, "bucket", home, PhysicalName.Of(home) ?? "");
        var store = new Store(home, workload, "bucket", label, home.Region) { Members = members, SizeGb = size, ChangeGbPerDay = change };
        return store with
        {
            Copies =
            [
                InRegion(store),
                // A rule that is switched off copies nothing, and says nothing of the others.
                .. replications.From(home).Where(rule => rule.IsEnabled || rule.Status.IsUnknown).Select(rule => Replica(context, store, rule)),
                .. replications.Unread(home) is { } unread
                    ? [new CopyBuilder("replica", null, unread.Node!).Loses(Disruption.Region, unread).Build()]
                    : Array.Empty<Copy>(),
                Versions(context, store),
                .. SyncedCopies.Of(context, store),
                .. BackupCopies.Of(context, store, null),
            ],
        };
    }

    private static Copy InRegion(Store store)
    {
        var nothing = Derivation.Nothing("data not yet in the other zones", "S3 writes to three zones before it acknowledges a write");
        var noStep = Derivation.Nothing("the bucket stays available", "the service routes around the failure");
        return new CopyBuilder("copies in three zones", store.Home, store.Node)
            .Survives(Disruption.Instance, nothing, noStep)
            .Survives(Disruption.Zone, nothing, noStep)
            .Loses(Disruption.Region, $"it is only in {store.Home ?? "one Region"}")
            .Loses(Disruption.Account, "the account can delete the bucket")
            .Build();
    }

    private static Copy Replica(StoreContext context, Store store, ReplicationRule rule)
    {
        var replications = Replications.Of(context.Estate);
        var region = rule.Destination.Region;
        var copy = new CopyBuilder("replica", region, rule.Destination.Target ?? rule.Owner)
            .Loses(Disruption.Corruption, "corrupt data is replicated");
        if (Reason.Deciding(replications.Faults(rule)) is { } fault)
        {
            return copy.Loses(fault, Disruption.Region, Disruption.Account).Build();
        }

        var lag = Lag(context, store, rule);
        var deletable = OtherAccount.Deletable(context.Estate, rule);
        _ = deletable is not null
            ? copy.Loses(Disruption.Account, deletable)
            : copy.Survives(Disruption.Account, lag, Derivation.Sum(
                "use the replica in the other account",
                context.Estimates.Duration("prepare the recovery account", "account-recovery-preparation", store.Workload, store.Label, store.Node.Urn),
                context.Estimates.Duration("adopt it: name, configuration, replication", "adoption", store.Workload, store.Label, store.Node.Urn)));
        return region is null ? copy.Loses(Disruption.Region, Reason.Unknown(rule.Owner, rule.Destination.Path)).Build()
            : region == store.Home ? copy.Loses(Disruption.Region, $"it is in {region} too").Build()
            : copy.Survives(Disruption.Region, lag, Readable(rule)).Build();
    }

    private static Derivation Readable(ReplicationRule rule)
    {
        var storage = rule.StorageClass;
        return ArchiveClasses.Contains(storage.Text)
            ? Derivation.Never(
                "restore the replicas from the archive class", $"replicas are in {storage}, where a restore takes hours",
                new Source(SourceKind.Cause, $"replicas are in {storage}", rule.Owner.Urn, Property: storage.Path))
            : Derivation.Nothing("the replica accepts writes without promotion", "every bucket is writable");
    }

    /// <summary>
    /// How long an object takes, by what bounds it: the time control's SLA, an alarm, nothing. A time control that the service refuses is a fault.
    /// </summary>
    public static Derivation Lag(StoreContext context, Store store, ReplicationRule rule)
    {
        if (!rule.Time.IsAbsent)
        {
            var sla = FactBook.Get("s3-rtc-sla");
            // The guide says that most objects take seconds, and gives no figure: a second is the least that this can mean.
            return Derivation.Leaf(
                "replication of 99.9 % of objects",
                new Figure(1, Math.Max(sla.Seconds!.Value, (rule.TimeMinutes.Number ?? 0) * UnitsOfTime.Minute), Basis.Sla),
                sla.ToSource(),
                new Source(
                    SourceKind.Definition, "most objects take seconds",
                    Link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html"),
                new Source(SourceKind.Property, rule.Time.Path, rule.Owner.Urn));
        }

        return Watched(context, rule, context.Estimates.Duration(
            "typical replication of an object", "s3-replication-lag", store.Workload, store.Label, rule.Owner.Urn, "s3-crr-typical"));
    }

    /// <summary>How long all files take that are written together: the SLA is about most objects, and one that is late makes the rest useless.</summary>
    public static Derivation LagOfACommit(StoreContext context, Store store, ReplicationRule rule)
    {
        var lag = Lag(context, store, rule);
        return rule.Time.IsAbsent ? lag : Derivation.Max(
            "all files of a commit", lag, Watched(context, rule, context.Estimates.Duration(
                "the slowest of 0.1 % of objects", "commit-replication-lag", store.Workload, store.Label, rule.Owner.Urn, typical: 1)));
    }

    private static Derivation Watched(StoreContext context, ReplicationRule rule, Derivation usual) =>
        rule.Destination.Target is not { } target || !rule.PublishesMetrics ? usual
            : RegionReplica.Lag(
                usual,
                context.Alarms.On("ReplicationLatency", PhysicalName.Of(target), target)
                    .Where(alarm => new MetricAlarm(alarm).MayWatch(rule.Source is { } source ? PhysicalName.Of(source) : null, PhysicalName.Of(target)))
                    .Where(alarm => alarm.Region is null || alarm.Region == rule.Destination.Region),
                1);

    private static Copy Versions(StoreContext context, Store store)
    {
        var copy = new CopyBuilder("noncurrent versions", store.Home, store.Node)
            .Loses(Disruption.Region, $"they are only in {store.Home ?? "one Region"}");
        if (BucketVersions.Off(context.Estate, store.Node) is { } off)
        {
            return copy.Loses(off, Disruption.Corruption, Disruption.Account).Build();
        }

        var noticed = context.CorruptionDetection(store.Workload);
        var undo = Undo(context, store, noticed);
        copy = ObjectLock.Deletable(context.Estate, store.Node) is { } deletable
            ? copy.Loses(Disruption.Account, deletable)
            : copy.Survives(Disruption.Account, Derivation.Nothing("data not yet locked", "every version is locked when it is written"), undo);
        var needed = context.LeastWindow(store.Workload) + (undo.Figure.Worst is { } worst && double.IsFinite(worst) ? worst : 0);
        var kept = BucketVersions.KeptDays(context.Estate, store.Node);
        if (kept.IsUnknown)
        {
            return copy.Loses(Disruption.Corruption, Reason.Unknown(store.Node, kept.Path)).Build();
        }

        if (kept.Number is { } days && needed is { } least && days * UnitsOfTime.Day < least)
        {
            return copy.Loses(
                Disruption.Corruption,
                    new Reason($"noncurrent versions expire after {days} days, but detection, decision and rollback take longer", store.Node, kept.Path))
                .Build();
        }

        var rollsBack = context.PromiseOf(store.Workload)?.RollsBack ?? true;
        return copy.Survives(
            Disruption.Corruption,
            rollsBack ? Derivation.Sum("data since just before the damage", noticed, Derivation.Nothing("granularity", "every version is retained"))
                : Derivation.Nothing("only damaged data is repaired", "every version is retained"),
            undo).Build();
    }

    // Every object that changed since the damage gets its old version back.
    private static Derivation Undo(StoreContext context, Store store, Derivation noticed)
    {
        var rate = context.Amount(store, "change per day", store.ChangeGbPerDay, "changeGbPerDay");
        var changed = rate is null || noticed.Figure.Worst is not { } seconds || !double.IsFinite(seconds)
            ? null
            : Derivation.Times(
                "data changed until detection",
                rate,
                Derivation.Quantity(
                    "days", seconds / UnitsOfTime.Day, "x", Basis.Enforced,
                    new Source(SourceKind.Promise, "corruptionDetection", context.ManifestOf(store.Workload))));
        return Derivation.Sum(
            $"roll back {store.Label} to its noncurrent versions",
            context.Estimates.Transfer("restore noncurrent versions", changed, "rollback-rate", store.Workload, store.Label),
            context.Estimates.Duration("list the changes and start", "rollback-fixed-time", store.Workload, store.Label, store.Node.Urn));
    }
}
