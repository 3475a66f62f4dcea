using System.Collections.Concurrent;

namespace DrInfra.Policies.Aws.S3;

/// <summary>All replication rules of an estate, found once for all rules that judge them.</summary>
internal sealed class Replications
{
    private readonly ILookup<Node, ReplicationRule> _from;
    private readonly ILookup<Node, ReplicationRule> _to;
    private readonly ConcurrentDictionary<ReplicationRule, IReadOnlyList<Reason>> _faults = new(ReferenceEqualityComparer.Instance);
    private readonly Estate _estate;

    private Replications(Estate estate)
    {
        _estate = estate;
        var configured = BucketParts.Of(estate).All(BucketPart.Replication)
            .SelectMany(config => Read(estate, config.Node, config.Bucket, config.Node["rules"]));
        var inline = estate.OfTypes(BucketScope.Types).SelectMany(bucket => Inline(estate, bucket));
        All = [.. configured, .. inline];
        _from = All.Where(rule => rule.Source is not null).ToLookup(rule => rule.Source!);
        _to = All.Where(rule => rule.Destination.Target is not null).ToLookup(rule => rule.Destination.Target!);
    }

    /// <summary>By the resource that declares them, in their order.</summary>
    public IReadOnlyList<ReplicationRule> All { get; }

    /// <summary>Those that are in force.</summary>
    public IEnumerable<ReplicationRule> Enabled => All.Where(rule => rule.IsEnabled);

    public static Replications Of(Estate estate) => estate.Once(static estate => new Replications(estate));

    public IEnumerable<ReplicationRule> From(Node bucket) => _from[bucket];

    /// <summary>Why it cannot be told what a bucket is replicated by; null where its rules are known.</summary>
    public Reason? Unread(Node bucket)
    {
        var parts = BucketParts.Of(_estate);
        return parts[bucket, BucketPart.Replication].FirstOrDefault(config => config["rules"].IsUnknown) is { } config ? Reason.Unknown(config, "rules")
            : Configuration(bucket) is { } own && (own.IsUnknown || own["rules"].IsUnknown) ? Reason.Unknown(bucket, own.Path)
            : parts.Homeless(bucket, BucketPart.Replication) is { } homeless ? Reason.Unknown(homeless, "bucket")
            : null;
    }

    /// <summary>What keeps a rule from copying every new object, found once for the assessment and all rules.</summary>
    public IReadOnlyList<Reason> Faults(ReplicationRule rule) =>
        _faults.GetOrAdd(rule, static (rule, estate) => [.. ReplicationFaults.Of(estate, rule)], _estate);

    /// <summary>What keeps a rule from copying new objects under a key.</summary>
    public IEnumerable<Reason> Faults(ReplicationRule rule, string key)
    {
        var narrowed = ReplicationFaults.Narrowed(rule);
        return Faults(rule).Where(fault => fault != narrowed).Append(rule.LeavesOut(key)).OfType<Reason>();
    }

    public IEnumerable<ReplicationRule> To(Node bucket) => _to[bucket];

    /// <summary>Whether the destination sends back: an enabled rule from there to the source.</summary>
    public bool IsTwoWay(ReplicationRule rule) =>
        rule.Source is { } source && rule.Destination.Target is { } destination
            && From(destination).Any(back => back.IsEnabled && back.Destination.Target == source);

    private static IEnumerable<ReplicationRule> Inline(Estate estate, Node bucket) => Read(estate, bucket, bucket, Configuration(bucket)["rules"]);

    private static Prop Configuration(Node bucket) =>
        bucket.Input("replicationConfiguration").IsAbsent ? bucket.Input("replicationConfigurations") : bucket.Input("replicationConfiguration");

    private static IEnumerable<ReplicationRule> Read(Estate estate, Node owner, Node? source, Prop rules)
    {
        // All rules' destinations are behind one property: which of several buckets an unknown one is, only the value tells.
        foreach (var rule in rules.Items)
        {
            var destination = estate.References.Follow(owner, rule["destination"]["bucket"], BucketScope.Types);
            if (destination.IsUnknown && rules.Items.Count == 1)
            {
                destination = Other(owner, source, destination);
            }

            yield return new ReplicationRule(owner, source, rule, destination);
        }
    }

    // A rule is made from its destination alone, or from its source as well.
    private static Reference Other(Node owner, Node? source, Reference unknown)
    {
        var others = ReferenceResolver.Declared(owner, "rules", BucketScope.Types).Where(bucket => bucket != source).ToArray();
        return others.Length == 1 ? unknown with { Kind = ReferenceKind.Found, Target = others[0] } : unknown;
    }
}
