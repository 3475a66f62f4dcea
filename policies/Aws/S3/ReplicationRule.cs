namespace DrInfra.Policies.Aws.S3;

/// <summary>One rule by which a bucket's objects are replicated, whichever way it is written.</summary>
/// <param name="Owner">The resource that declares it: a BucketReplicationConfig, or the bucket itself.</param>
/// <param name="Source">The bucket that is replicated; null where it is not in the estate.</param>
/// <param name="Rule">The rule's block.</param>
/// <param name="Destination">What <c>destination.bucket</c> refers to.</param>
internal sealed record ReplicationRule(Node Owner, Node? Source, Prop Rule, Reference Destination)
{
    public bool IsInline => BucketScope.Types.Contains(Owner.Type, StringComparer.Ordinal);

    /// <summary>The path of the role's property in its owner.</summary>
    public string RolePath => IsInline ? $"{RootName}.role" : "role";

    public Prop Role => IsInline ? Owner[RootName]["role"] : Owner["role"];

    public Prop Status => Rule["status"];

    public bool IsEnabled => Status.Text == "Enabled";

    public Prop ReplicaKey => IsInline ? Rule["destination"]["replicaKmsKeyId"] : Rule["destination"]["encryptionConfiguration"]["replicaKmsKeyId"];

    /// <summary><c>Enabled</c>, or <c>true</c> in a bucket's own block.</summary>
    public Prop EncryptedObjects => Rule["sourceSelectionCriteria"]["sseKmsEncryptedObjects"][IsInline ? "enabled" : "status"];

    public Prop ReplicaModifications => Rule["sourceSelectionCriteria"]["replicaModifications"]["status"];

    public Prop DeleteMarkers => IsInline ? Rule["deleteMarkerReplicationStatus"] : Rule["deleteMarkerReplication"]["status"];

    /// <summary>The class that replicas are stored in; absent where it is that of the objects.</summary>
    public Prop StorageClass => Rule["destination"]["storageClass"];

    public Prop Time => Rule["destination"]["replicationTime"];

    public Prop TimeMinutes => IsInline ? Time["minutes"] : Time["time"]["minutes"];

    public Prop Metrics => Rule["destination"]["metrics"];

    /// <summary>Whether its lag is published as a metric.</summary>
    public bool PublishesMetrics => Metrics["status"].Text == "Enabled";

    public Prop MetricsMinutes => IsInline ? Metrics["minutes"] : Metrics["eventThreshold"]["minutes"];

    private string RootName => Owner.Input("replicationConfiguration").IsAbsent ? "replicationConfigurations" : "replicationConfiguration";

    /// <summary>Written with a filter, even an empty one: the newer form, in which delete markers are chosen.</summary>
    public bool HasFilter => !Rule["filter"].IsAbsent;

    /// <summary>What narrows the rule to some of the objects; null where it takes all, the first unknown part where that cannot be told.</summary>
    public Prop? Narrowing
    {
        get
        {
            var filter = Rule["filter"];
            Prop[] parts =
            [
                Rule["prefix"], filter["prefix"], filter["and"]["prefix"], filter["tag"], filter["tags"], filter["and"]["tags"],
            ];
            foreach (var part in parts)
            {
                if (!part.IsAbsent && part.Text != "" && (part.IsUnknown || part.Text is not null || part.Members.Any()))
                {
                    return part;
                }
            }

            return null;
        }
    }

    /// <summary>Why objects under a key are left out, or may be; null where the rule takes them.</summary>
    public Reason? LeavesOut(string key)
    {
        var filter = Rule["filter"];
        foreach (var prefix in new[] { Rule["prefix"], filter["prefix"], filter["and"]["prefix"] }.Where(prefix => !prefix.IsAbsent))
        {
            if (prefix.IsUnknown || prefix.Text is not { } text)
            {
                return Reason.Unknown(Owner, prefix.Path);
            }

            if (!$"{key}/".StartsWith(text, StringComparison.Ordinal))
            {
                return new Reason($"only objects under {text} are replicated, not those under {key}", Owner, prefix.Path);
            }
        }

        foreach (var tag in new[] { filter["tag"], filter["tags"], filter["and"]["tags"] }.Where(tag => !tag.IsAbsent))
        {
            if (tag.IsUnknown || tag.Members.Any())
            {
                return tag.IsUnknown ? Reason.Unknown(Owner, tag.Path) : new Reason("only objects with a tag are replicated", Owner, tag.Path);
            }
        }

        return null;
    }
}
