namespace DrInfra.Policies.Aws.S3;

/// <summary>The resources beside the buckets of an estate that hold their settings, found once for all rules.</summary>
internal sealed class BucketParts
{
    private static readonly Dictionary<BucketPart, string[]> Types = new()
    {
        [BucketPart.Versioning] = [S3Types.BucketVersioning, S3Types.BucketVersioningV2],
        [BucketPart.Replication] = [S3Types.BucketReplicationConfig],
        [BucketPart.Encryption] =
        [
            S3Types.BucketServerSideEncryptionConfiguration,
            S3Types.BucketServerSideEncryptionConfigurationV2,
        ],
        [BucketPart.Lifecycle] =
        [
            S3Types.BucketLifecycleConfiguration, S3Types.BucketLifecycleConfigurationV2,
        ],
        [BucketPart.ObjectLock] =
        [
            S3Types.BucketObjectLockConfiguration, S3Types.BucketObjectLockConfigurationV2,
        ],
        [BucketPart.Policy] = [S3Types.BucketPolicy],
        [BucketPart.PublicAccessBlock] = [S3Types.BucketPublicAccessBlock],
        [BucketPart.Ownership] = [S3Types.BucketOwnershipControls],
        [BucketPart.Website] = [S3Types.BucketWebsiteConfiguration, S3Types.BucketWebsiteConfigurationV2],
    };

    private readonly Estate _estate;
    private readonly Dictionary<(Node Bucket, BucketPart Part), List<Node>> _parts = [];
    private readonly Dictionary<(StackGraph Stack, BucketPart Part), Node> _homeless = [];
    private readonly Dictionary<Node, Node> _bucketOf = [];

    private BucketParts(Estate estate)
    {
        _estate = estate;
        foreach (var (part, types) in Types)
        {
            foreach (var node in estate.OfTypes(types))
            {
                Add(node, part);
            }
        }
    }

    public static BucketParts Of(Estate estate) => estate.Once(static estate => new BucketParts(estate));

    /// <summary>The resources that hold a part of this bucket's settings, by URN.</summary>
    public IReadOnlyList<Node> this[Node bucket, BucketPart part] => _parts.GetValueOrDefault((bucket, part)) ?? (IReadOnlyList<Node>)[];

    /// <summary>Every resource of a part, with its bucket where it is in the estate.</summary>
    public IEnumerable<(Node Node, Node? Bucket)> All(BucketPart part) =>
        _estate.OfTypes(Types[part]).Select(node => (node, _bucketOf.GetValueOrDefault(node)));

    /// <summary>
    /// A resource of this part in the bucket's stack whose own bucket cannot be told yet: it may be this one's. Null where all tell.
    /// </summary>
    public Node? Homeless(Node bucket, BucketPart part) => _homeless.GetValueOrDefault((bucket.Stack, part));

    private void Add(Node node, BucketPart part)
    {
        var reference = _estate.References.Follow(node, "bucket", BucketScope.Types);
        var bucket = reference.Target ?? ThroughPart(node);
        if (bucket is not null)
        {
            _bucketOf[node] = bucket;
            if (!_parts.TryGetValue((bucket, part), out var nodes))
            {
                _parts.Add((bucket, part), nodes = []);
            }

            nodes.Add(node);
        }
        else if (reference.IsUnknown)
        {
            _homeless.TryAdd((node.Stack, part), node);
        }
    }

    // `bucket: versioning.bucket` is a common way to make the order of creation plain.
    private Node? ThroughPart(Node node)
    {
        var through = ReferenceResolver.Declared(node, "bucket").Where(other => other.Type.StartsWith("aws:s3/", StringComparison.Ordinal)).ToArray();
        return through.Length == 1 ? _estate.References.Follow(through[0], "bucket", BucketScope.Types).Target : null;
    }
}
