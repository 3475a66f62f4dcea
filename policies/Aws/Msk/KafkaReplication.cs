using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Aws.Msk;

/// <summary>One direction of an MSK replicator.</summary>
internal sealed record KafkaReplication(Node Replicator, Prop Info, Reference Source, Reference Target)
{
    private const string Identical = "IDENTICAL";
    private const string Enhanced = "ENHANCED";

    /// <summary>The metric of how far a replicator is behind, published in the Region of its target.</summary>
    public const string LagMetric = "ReplicationLatency";

    /// <summary>Whether an alarm watches a replicator's whole direction: one on a single topic says nothing of the others.</summary>
    public static bool IsWatchedWhole(Node alarm) =>
        MetricSource.IsOf(alarm, "AWS/Kafka") && MetricSource.Of(alarm).All(source => source.Dimensions["Topic"].IsAbsent);

    public static IReadOnlyList<KafkaReplication> AllIn(Estate estate) => estate.Once<IReadOnlyList<KafkaReplication>>(static estate =>
        [.. estate.OfType(MskTypes.Replicator).SelectMany(replicator => replicator["replicationInfoList"].Items.Select(info => Of(estate, replicator, info)))]);

    private static KafkaReplication Of(Estate estate, Node replicator, Prop info)
    {
        var source = estate.References.Follow(replicator, info["sourceKafkaClusterArn"], MskTypes.Clusters);
        var target = estate.References.Follow(replicator, info["targetKafkaClusterArn"], MskTypes.Clusters);

        // Before the deployment both ARNs are unknown and both clusters are dependencies of the same property: a replicator stands
        // in the Region of its target.
        var declared = ReferenceResolver.Declared(replicator, "replicationInfoList", MskTypes.Clusters);
        if (declared.Count == 2 && (source.IsUnknown || target.IsUnknown))
        {
            var here = declared.FirstOrDefault(node => node.Region == replicator.Region && node != source.Target)
                ?? declared.FirstOrDefault(node => node != source.Target);
            var to = target.IsUnknown ? here : target.Target;
            var from = source.IsUnknown ? declared.FirstOrDefault(node => node != to) : source.Target;
            source = from is null ? source : new Reference(ReferenceKind.Found, from, null, source.Path);
            target = to is null ? target : new Reference(ReferenceKind.Found, to, null, target.Path);
        }

        return new KafkaReplication(replicator, info, source, target);
    }

    private IReadOnlyList<Prop> TopicBlocks => Info["topicReplications"].Items;

    private IReadOnlyList<Prop> GroupBlocks => Info["consumerGroupReplications"].Items;

    public TopicFilter Topics => Filter(TopicBlocks, Info["topicReplications"], "topicsToReplicates", "topicsToExcludes");

    public TopicFilter Groups => Filter(GroupBlocks, Info["consumerGroupReplications"], "consumerGroupsToReplicates", "consumerGroupsToExcludes");

    /// <summary>Why it is no copy of all topics; null where it is one.</summary>
    public Reason? Missing(Estate estate)
    {
        var topics = Topics;
        return topics.IsUnknown ? Reason.Unknown(Replicator, topics.From.Path)
            : topics.Misses(TopicsOf(estate), "the replicator") is { } missing ? new Reason(missing, Replicator, topics.From.Path)
            : TopicBlocks.FirstOrDefault(block => block["detectAndCopyNewTopics"].Flag == false) is { IsAbsent: false } block
                ? new Reason("the replicator does not copy new topics", Replicator, block["detectAndCopyNewTopics"].Path)
            : null;
    }

    /// <summary>How topics are called in the copy; where it is not stated, with the source's alias before their names.</summary>
    public IEnumerable<Prop> NamesOfTopics => TopicBlocks.Select(topics => topics["topicNameConfiguration"]["type"]);

    /// <summary>Whether clients find topics under the same names; null where it is not known.</summary>
    public bool? KeepsNames => NamesOfTopics.Any(name => !name.IsUnknown && name.Text != Identical) ? false
        : NamesOfTopics.Any(name => name.IsUnknown) ? null : true;

    /// <summary>The setting of how offsets are written; by default as long as producers write to the source only.</summary>
    public IEnumerable<Prop> OffsetModes => GroupBlocks.Select(groups => groups["consumerGroupOffsetSyncMode"]);

    /// <summary>Whether offsets are written wherever producers write.</summary>
    public bool IsEnhanced => OffsetModes.Any(mode => mode.Text == Enhanced);

    /// <summary>The replicator of the other direction; null where none is among the graphs.</summary>
    public KafkaReplication? Reverse(Estate estate) => Source.Target is null || Target.Target is null ? null
        : AllIn(estate).FirstOrDefault(other => other.Source.Target == Target.Target && other.Target.Target == Source.Target);

    /// <summary>Whether its offsets wait for a replicator of the other direction that nobody declares.</summary>
    public bool LacksReverse(Estate estate) => IsEnhanced && Target.Target is not null && Reverse(estate) is null;

    /// <summary>Why consumers do not find their place in the copy; null where they do, but for records that they get twice.</summary>
    public Reason? OffsetsLost(Estate estate) =>
        OffsetsUncopied(estate) ?? (Target.Target is { } target ? StreamConsumers.Of(estate, target).FirstOrDefault() : null);

    /// <summary>
    /// Why the replicator does not copy the offsets of every consumer group; null where it does. Source: the MSK guide, "Consumer group offset
    /// synchronization".
    /// </summary>
    public Reason? OffsetsUncopied(Estate estate)
    {
        var groups = Groups;
        return groups.IsUnknown ? Reason.Unknown(Replicator, groups.From.Path)
            : GroupBlocks.FirstOrDefault(block => block["synchroniseConsumerGroupOffsets"].Flag == false) is { IsAbsent: false } off
                ? new Reason("the replicator does not copy offsets: synchroniseConsumerGroupOffsets is false", Replicator, off.Path)
            : !groups.TakesAll ? new Reason("the replicator copies the offsets of some consumer groups only", Replicator, groups.From.Path)
            : OffsetModes.FirstOrDefault(mode => mode.IsUnknown) is { IsAbsent: false } unknown ? Reason.Unknown(Replicator, unknown.Path)
            : IsEnhanced && KeepsNames == false
                ? new Reason("consumerGroupOffsetSyncMode ENHANCED needs identical topic names", Replicator, groups.From.Path)
            : LacksReverse(estate)
                ? new Reason("consumerGroupOffsetSyncMode ENHANCED needs a replicator of the other direction", Replicator, groups.From.Path)
            : null;
    }

    /// <summary>The names of the topics that the program declares in the source.</summary>
    private HashSet<string> TopicsOf(Estate estate) => Source.Target is not { } source ? []
        : [.. KafkaSettings.TopicsOf(estate, source).Select(PhysicalName.Of).OfType<string>()];

    private static TopicFilter Filter(IReadOnlyList<Prop> blocks, Prop whole, string taken, string leftOut)
    {
        Prop[] lists = [.. blocks.SelectMany(block => new[] { block[taken], block[leftOut] })];
        return new TopicFilter(Patterns(taken), Patterns(leftOut), whole)
        {
            IsUnknown = whole.IsUnknown || Array.Exists(lists, list => list.IsUnknown || list.Items.Any(item => item.IsUnknown)),
        };

        TopicPattern[] Patterns(string property) =>
            [.. blocks.SelectMany(block => block[property].Items).Select(item => item.Text).OfType<string>().Select(text => new TopicPattern(text))];
    }
}
