using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>One enabled rule that replicates a bucket.</summary>
internal sealed record BucketReplication(Node Config, Node Source, Prop Rule, Reference Destination)
{
    /// <summary>The rules of all buckets.</summary>
    public static IEnumerable<BucketReplication> All(Estate estate) =>
        estate.OfTypes(S3Types.Bucket, S3Types.BucketV2).SelectMany(bucket => From(estate, bucket));

    /// <summary>The enabled rules that replicate a bucket's new objects.</summary>
    public static IReadOnlyList<BucketReplication> From(Estate estate, Node bucket) =>
        [.. estate.UsersOf(bucket, S3Types.BucketReplicationConfig, "bucket")
            .SelectMany(config => config["rules"].Items.Where(rule => rule["status"].Text == "Enabled").Select(rule => Of(estate, config, bucket, rule)))];

    /// <summary>Why nothing, or not everything, gets to the other side; null where it does.</summary>
    public string? Broken(StoreContext context)
    {
        if (Destination.IsAbsent)
        {
            return "the rule names no destination";
        }

        var filter = Rule["filter"];
        if (Narrow(Rule["prefix"]) || Narrow(filter["prefix"]) || filter["tag"].IsKnown || filter["and"].IsKnown)
        {
            return "the rule replicates a part of the bucket only";
        }

        if (BucketVersions.Enabled(context.Estate, Source).Flag == false || BucketVersions.Enabled(context.Estate, Source).IsAbsent)
        {
            return "the source keeps no versions, and nothing is replicated without";
        }

        if (Destination.Target is { } target && !BucketVersions.Enabled(context.Estate, target).IsUnknown && BucketVersions.Enabled(context.Estate, target).Flag != true)
        {
            return "the destination keeps no versions, and takes no replicas";
        }

        if (EncryptedWithKey(context.Estate, Source) && Rule["sourceSelectionCriteria"]["sseKmsEncryptedObjects"]["status"].Text != "Enabled")
        {
            return "objects under a key are left out: sseKmsEncryptedObjects is not enabled";
        }

        var key = Rule["destination"]["encryptionConfiguration"]["replicaKmsKeyId"];
        if (EncryptedWithKey(context.Estate, Source) && key.IsAbsent)
        {
            return "objects under a key are left out: there is no replicaKmsKeyId";
        }

        return Destination.Region is { } region ? context.KeyLost(Config, key, region) : null;
    }

    /// <summary>How long an object takes, by what bounds it: the time control's SLA, an alarm, nothing.</summary>
    public Derivation Lag(StoreContext context, Store store)
    {
        var time = Rule["destination"]["replicationTime"];
        if (time["status"].Text == "Enabled" && time["time"]["minutes"].Number is { } minutes)
        {
            var sla = FactBook.Get("s3-rtc-sla");

            // The guide says that most objects take seconds, and gives no figure: a second is the least that this can mean.
            return Derivation.Leaf(
                "replication of an object, 99.9 % of them",
                new Figure(1, Math.Max(sla.Seconds!.Value, minutes * 60), Basis.Sla),
                sla.ToSource(),
                new Source(SourceKind.Definition, "most objects take seconds", Link: "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html"),
                new Source(SourceKind.Property, time.Path, Config.Urn));
        }

        var usual = context.Estimates.Duration("usual replication of an object", "s3-replication-lag", store.Workload, store.Label, Config.Urn, "s3-crr-typical");
        var destination = Destination.Target?["bucket"].Text;
        var watched = Destination.Target is not { } target
            ? null
            : AlarmIndex.LeastWatched(context.Alarms.On("ReplicationLatency", destination, target)
                .Where(alarm => alarm["dimensions"]["SourceBucket"].Text is not { } source || source == Source["bucket"].Text)
                .Where(alarm => alarm["dimensions"]["DestinationBucket"].Text is not { } named || named == destination)
                .Where(alarm => alarm.Region is null || alarm.Region == Destination.Region), 1);
        return watched is null || Rule["destination"]["metrics"]["status"].Text != "Enabled"
            ? usual
            : Derivation.Bounded("replication of an object", usual, watched);
    }

    private static BucketReplication Of(Estate estate, Node config, Node bucket, Prop rule)
    {
        var destination = estate.References.Follow(config, rule["destination"]["bucket"], S3Types.Bucket, S3Types.BucketV2);

        // The source is a dependency of the rules too in some programs: what is not the source is the destination.
        if (destination.IsUnknown)
        {
            var others = ReferenceResolver.Declared(config, "rules", S3Types.Bucket, S3Types.BucketV2).Where(node => node != bucket).ToArray();
            destination = others.Length == 1 ? destination with { Kind = ReferenceKind.Found, Target = others[0] } : destination;
        }

        return new BucketReplication(config, bucket, rule, destination);
    }

    private static bool Narrow(Prop prefix) => prefix.Text is { Length: > 0 };

    private static bool EncryptedWithKey(Estate estate, Node bucket) => BucketEncryption.KeyOf(estate, bucket) is { IsAbsent: false };
}
