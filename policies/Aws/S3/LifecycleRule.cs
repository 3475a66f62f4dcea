namespace DrInfra.Policies.Aws.S3;

/// <summary>One rule by which objects of a bucket are deleted or archived, whichever way it is written.</summary>
/// <param name="Owner">The resource that declares it: a BucketLifecycleConfiguration, or the bucket itself.</param>
internal sealed record LifecycleRule(Node Owner, Node Bucket, Prop Rule)
{
    /// <summary>Not switched off: enabled, or not known yet.</summary>
    public bool MayBeEnabled => Rule["status"].Text != "Disabled" && Rule["enabled"].Flag != false;

    /// <summary>Takes only some of the objects.</summary>
    public bool IsNarrow
    {
        get
        {
            var (filter, both) = (Rule["filter"], Rule["filter"]["and"]);
            Prop[] parts =
            [
                Rule["prefix"], Rule["tags"], filter["prefix"], filter["tag"], filter["objectSizeGreaterThan"], filter["objectSizeLessThan"],
                both["prefix"], both["tags"], both["objectSizeGreaterThan"], both["objectSizeLessThan"],
            ];
            return Array.Exists(parts, part => part.Text is { Length: > 0 } || part.Members.Any());
        }
    }

    /// <summary>Whether an object without tags, of any size, is one of those that it takes.</summary>
    public bool Takes(string key)
    {
        var (filter, both) = (Rule["filter"], Rule["filter"]["and"]);
        Prop[] prefixes = [Rule["prefix"], filter["prefix"], both["prefix"]];
        return Array.TrueForAll(prefixes, prefix => prefix.Text is not { } text || key.StartsWith(text, StringComparison.Ordinal))
            && Rule["tags"].IsAbsent && filter["tag"].IsAbsent && both["tags"].IsAbsent;
    }

    /// <summary>After how many days an object is deleted; absent where it is kept.</summary>
    public Prop Days => Rule["expiration"]["days"];

    /// <summary>After how many days an old version is deleted; absent where it is kept.</summary>
    public Prop VersionDays => Owner == Bucket ? Rule["noncurrentVersionExpiration"]["days"] : Rule["noncurrentVersionExpiration"]["noncurrentDays"];

    public static IReadOnlyList<LifecycleRule> Of(Estate estate) => estate.Once(static estate => new All(estate)).Rules;

    /// <summary>The rules of one bucket.</summary>
    public static IEnumerable<LifecycleRule> Of(Estate estate, Node bucket) => estate.Once(static estate => new All(estate)).ByBucket[bucket];

    private static IEnumerable<LifecycleRule> Read(Estate estate)
    {
        var beside = BucketParts.Of(estate).All(BucketPart.Lifecycle)
            .Where(configuration => configuration.Bucket is not null)
            .SelectMany(configuration => configuration.Node["rules"].Items.Select(rule => new LifecycleRule(configuration.Node, configuration.Bucket!, rule)));
        var inline = estate.OfTypes(BucketScope.Types)
            .SelectMany(bucket => bucket.Input("lifecycleRules").Items.Select(rule => new LifecycleRule(bucket, bucket, rule)));
        return beside.Concat(inline);
    }

    private sealed class All
    {
        public All(Estate estate)
        {
            Rules = [.. Read(estate)];
            ByBucket = Rules.ToLookup(rule => rule.Bucket);
        }

        public IReadOnlyList<LifecycleRule> Rules { get; }

        public ILookup<Node, LifecycleRule> ByBucket { get; }
    }
}
