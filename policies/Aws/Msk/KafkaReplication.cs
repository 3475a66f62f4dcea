namespace DrInfra.Policies.Aws.Msk;

/// <summary>One direction of an MSK replicator.</summary>
internal sealed record KafkaReplication(Node Replicator, Prop Info, Reference Source, Reference Target)
{
    private static readonly string[] Clusters = [MskTypes.Cluster, MskTypes.ServerlessCluster];

    // Whatever is not excluded: the patterns that take every topic.
    private static readonly string[] All = [".*", ".+", "*"];

    public static IEnumerable<KafkaReplication> AllIn(Estate estate) => estate.OfType(MskTypes.Replicator).SelectMany(replicator =>
        replicator["replicationInfoList"].Items.Select(info => Of(estate, replicator, info)));

    private static KafkaReplication Of(Estate estate, Node replicator, Prop info)
    {
        var source = estate.References.Follow(replicator, info["sourceKafkaClusterArn"], Clusters);
        var target = estate.References.Follow(replicator, info["targetKafkaClusterArn"], Clusters);

        // Before the deployment both ARNs are unknown and both clusters are dependencies of the same property: a replicator stands
        // in the Region of its target.
        var declared = ReferenceResolver.Declared(replicator, "replicationInfoList", Clusters);
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

    private IReadOnlyList<Prop> Topics => Info["topicReplications"].Items;

    /// <summary>Why it is no copy of all topics; null where it is one.</summary>
    public string? Missing => Topics.Count == 0 ? "the replicator copies no topics"
        : !Topics.Any(topics => topics["topicsToReplicates"].Items.Any(item => All.Contains(item.Text))) ? "the replicator copies only some topics"
        : Topics.Any(topics => topics["detectAndCopyNewTopics"].Flag == false) ? "the replicator does not copy new topics"
        : null;

    /// <summary>How topics are called in the copy; where it is not stated, with the source's alias before their names.</summary>
    public IEnumerable<Prop> NamesOfTopics => Topics.Select(topics => topics["topicNameConfiguration"]["type"]);

    /// <summary>Whether consumers find their place in the copy.</summary>
    public bool CopiesOffsets => Info["consumerGroupReplications"].Items.Any(groups =>
        groups["synchroniseConsumerGroupOffsets"].Flag != false && groups["consumerGroupsToReplicates"].Items.Any(item => All.Contains(item.Text)));
}
