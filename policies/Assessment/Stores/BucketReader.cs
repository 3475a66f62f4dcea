using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>S3 buckets, those that replicate to each other being one store.</summary>
internal sealed class BucketReader : IStoreReader
{
    private const double SecondsPerDay = 86400;

    public IReadOnlyList<string> Types { get; } = [S3Types.Bucket, S3Types.BucketV2];

    public IEnumerable<Store> Read(StoreContext context)
    {
        foreach (var group in Groups(context.Estate))
        {
            yield return Of(context, group);
        }
    }

    private static IEnumerable<IReadOnlyList<Node>> Groups(Estate estate)
    {
        var buckets = estate.OfTypes(S3Types.Bucket, S3Types.BucketV2).ToArray();
        var root = buckets.ToDictionary(bucket => bucket, bucket => bucket);
        foreach (var link in BucketReplication.All(estate))
        {
            if (link.Destination.Target is { } destination)
            {
                root[Find(link.Source)] = Find(destination);
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

    private static Store Of(StoreContext context, IReadOnlyList<Node> members)
    {
        var workload = members.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
        var primary = context.PromiseOf(workload)?.Regions?.Primary;
        var home = members.FirstOrDefault(member => primary is not null && member.Region == primary)
            ?? members.FirstOrDefault(member => BucketReplication.From(context.Estate, member).Count > 0) ?? members[0];
        var (label, size, change) = context.Describe(workload, "bucket", home, home["bucket"].Text ?? "");
        var store = new Store(home, workload, "bucket", label, home.Region) { Members = members, SizeGb = size, ChangeGbPerDay = change };
        return store with
        {
            Copies =
            [
                InRegion(store),
                .. BucketReplication.From(context.Estate, home).Select(link => Replica(context, store, link)),
                Versions(context, store),
                .. BackupCopies.Of(context, store, ResourceArns.Of(home), "S3", null),
            ],
        };
    }

    private static Copy InRegion(Store store)
    {
        var nothing = Derivation.Nothing("work not yet in the other zones", "S3 writes to three zones before it acknowledges");
        var noStep = Derivation.Nothing("the bucket goes on", "the service moves away from the failed part by itself");
        return new CopyBuilder("copies in three zones", store.Home, store.Node)
            .Survives(Disruption.Instance, nothing, noStep)
            .Survives(Disruption.Zone, nothing, noStep)
            .Loses(Disruption.Region, $"it is in {store.Home ?? "one Region"} alone")
            .Loses(Disruption.Account, "the account may delete the bucket")
            .Build();
    }

    private static Copy Replica(StoreContext context, Store store, BucketReplication link)
    {
        var region = link.Destination.Region;
        var copy = new CopyBuilder("replica", region, link.Destination.Target ?? link.Config)
            .Loses(Disruption.Corruption, "what is wrong is replicated");
        if (link.Broken(context) is { } broken)
        {
            return copy.Loses(Disruption.Region, broken).Loses(Disruption.Account, broken).Build();
        }

        copy.Loses(Disruption.Account, "the account may delete the replica");
        if (region is null)
        {
            var unknown = Derivation.Leaf("Region of the replica", Figure.Unknown, new Source(SourceKind.Property, link.Destination.Path, link.Config.Urn));
            return copy.Survives(Disruption.Region, unknown, Derivation.Nothing("the replica takes writes as it is", "buckets have no writer")).Build();
        }

        return region == store.Home
            ? copy.Loses(Disruption.Region, $"it is in {region} too").Build()
            : copy.Survives(Disruption.Region, link.Lag(context, store), Derivation.Nothing("the replica takes writes as it is", "buckets have no writer")).Build();
    }

    private static Copy Versions(StoreContext context, Store store)
    {
        var copy = new CopyBuilder("old versions", store.Home, store.Node)
            .Loses(Disruption.Region, $"they are in {store.Home ?? "one Region"} alone");
        var versioned = BucketVersions.Enabled(context.Estate, store.Node);
        if (versioned.IsUnknown)
        {
            var unknown = Derivation.Leaf("old versions", Figure.Unknown, new Source(SourceKind.Property, versioned.Path, store.Node.Urn));
            return copy.Survives(Disruption.Corruption, unknown, unknown).Build();
        }

        if (versioned.Flag != true)
        {
            return copy.Loses(Disruption.Corruption, "the bucket keeps no old versions").Loses(Disruption.Account, "the bucket keeps no old versions").Build();
        }

        var noticed = context.CorruptionDetection(store.Workload);
        var undo = Undo(context, store, noticed);
        var locked = BucketVersions.Locked(context.Estate, store.Node);
        copy = locked is null
            ? copy.Survives(Disruption.Account, Derivation.Nothing("work not yet locked", "every version is locked as it is written"), undo)
            : copy.Loses(Disruption.Account, locked);
        var needed = context.LeastWindow(store.Workload) + (undo.Figure.Worst is { } worst && double.IsFinite(worst) ? worst : 0);
        if (BucketVersions.KeptDays(context.Estate, store.Node) is { } days && needed is { } least && days * SecondsPerDay < least)
        {
            return copy.Loses(Disruption.Corruption, $"old versions go after {days} days, and noticing, deciding and undoing take longer").Build();
        }

        var rollsBack = context.PromiseOf(store.Workload)?.RollsBack ?? true;
        return copy.Survives(
            Disruption.Corruption,
            rollsBack ? Derivation.Sum("work since just before the damage", noticed, Derivation.Nothing("granularity", "every version is kept"))
                : Derivation.Nothing("only what is damaged is repaired", "every version is kept"),
            undo).Build();
    }

    // Every object that changed since the damage gets its old version back.
    private static Derivation Undo(StoreContext context, Store store, Derivation noticed)
    {
        var rate = context.Amount(store, "change in a day", store.ChangeGbPerDay, "changeGbPerDay");
        var changed = rate is null || noticed.Figure.Worst is not { } seconds || !double.IsFinite(seconds)
            ? null
            : Derivation.Times(
                "changed until it was noticed",
                rate,
                Derivation.Quantity("days", seconds / SecondsPerDay, "x", Basis.Enforced, new Source(SourceKind.Promise, "corruptionDetection", context.ManifestOf(store.Workload))));
        return Derivation.Sum(
            $"undo the changes of {store.Label} by its old versions",
            context.Estimates.Transfer("bring old versions back", changed, "rollback-rate", store.Workload, store.Label),
            context.Estimates.Duration("list what changed and start", "rollback-fixed-time", store.Workload, store.Label, store.Node.Urn));
    }
}
