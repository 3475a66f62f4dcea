using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>MSK clusters: over zones as far as their topics are, and in another Region where a replicator copies them.</summary>
internal sealed class KafkaReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [MskTypes.Cluster, MskTypes.ServerlessCluster];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var links = KafkaReplication.AllIn(context.Estate).Where(link => link.Source.Target is not null).ToLookup(link => link.Source.Target!);
        foreach (var members in Groups(context, links))
        {
            var home = members[0];
            var workload = members.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
            var (label, size, change) = context.Describe(workload, "stream", home, PhysicalName.Of(home) ?? "");
            var store = new Store(home, workload, "stream", label, home.Region) { Members = members, SizeGb = size, ChangeGbPerDay = change };
            yield return store with
            {
                Copies =
                [
                    InRegion(context, store),
                    .. links[home].Select(link => Replica(context, store, link)),
                    KinesisReader.Kept(context, store, Retention(context.Estate, home)),
                ],
            };
        }
    }

    // A cluster that only receives is a copy of its source; of two that copy to each other, the primary Region's is the home.
    private static IEnumerable<IReadOnlyList<Node>> Groups(StoreContext context, ILookup<Node, KafkaReplication> links)
    {
        var seen = new HashSet<Node>();
        Node[] clusters = [.. context.Estate.OfTypes(MskTypes.Cluster, MskTypes.ServerlessCluster)];
        var targets = clusters.ToDictionary(
            cluster => cluster, cluster => links[cluster].Select(link => link.Target.Target).OfType<Node>().Distinct().ToArray());
        var received = targets.Values.SelectMany(nodes => nodes).ToHashSet();
        foreach (var cluster in clusters.OrderBy(cluster => received.Contains(cluster)))
        {
            if (seen.Contains(cluster))
            {
                continue;
            }

            Node[] group = [cluster, .. targets[cluster].Where(target => target != cluster && !seen.Contains(target))];
            seen.UnionWith(group);
            yield return RegionTwins.HomeFirst(context, group);
        }
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var cluster = store.Node;
        var over = context.Estimates.Duration("other brokers become leaders", "stream-failover", store.Workload, store.Label, cluster.Urn);
        var unsent = context.Estimates.Duration("records on one broker only", "stream-unreplicated", store.Workload, store.Label, cluster.Urn);
        var copy = ZoneCopy.Regional(store, "replicas on other brokers").Loses(Disruption.Corruption, "all brokers have the corrupt data");
        if (cluster.Type == MskTypes.ServerlessCluster)
        {
            return copy.Survives(Disruption.Instance, unsent, over).Survives(Disruption.Zone, unsent, over).Build();
        }

        var settings = KafkaSettings.Of(context.Estate, cluster);
        if (settings.Unknown is { } unknown)
        {
            var figure = Derivation.Leaf("replicas of a topic", Figure.Unknown, new Source(SourceKind.Property, unknown, cluster.Urn));
            return copy.Survives(Disruption.Instance, figure, over).Survives(Disruption.Zone, figure, over).Build();
        }

        var zones = BrokerZones.Count(context.Estate, cluster);
        if (settings.ReplicationFactor < 2)
        {
            var why = $"topics have {settings.ReplicationFactor} replica";
            return copy.Loses(Disruption.Instance, why).Loses(Disruption.Zone, why).Build();
        }

        copy = copy.Survives(Disruption.Instance, unsent, over);
        return zones is null
            ? copy.Survives(
                Disruption.Zone,
                Derivation.Leaf("zones of the brokers", Figure.Unknown, new Source(SourceKind.Property, BrokerZones.Subnets(cluster).Path, cluster.Urn)), over)
                .Build()
            : zones < 2 ? copy.Loses(Disruption.Zone, "all brokers are in one zone").Build()
            : copy.Survives(Disruption.Zone, unsent, over).Build();
    }

    private static Copy Replica(StoreContext context, Store store, KafkaReplication link)
    {
        var usual = context.Estimates.Duration("typical lag", "stream-replication-lag", store.Workload, store.Label, link.Replicator.Urn);
        var alarms = context.Alarms.On("ReplicationLatency", PhysicalName.Of(link.Replicator), link.Replicator);
        var noStep = link.CopiesOffsets
            ? Derivation.Nothing("consumers continue from their offsets", "the replicator copies their offsets")
            : context.Estimates.Duration("consumers find their offsets again", "stream-replay", store.Workload, store.Label, link.Replicator.Urn);
        return RegionReplica.Of(
            store, link.Replicator, link.Target.Region, link.Missing is { } missing ? (Reason)missing : null,
            RegionReplica.Lag(usual, alarms, UnitsOfTime.MillisecondsPerSecond), noStep);
    }

    private static Derivation Retention(Estate estate, Node cluster) => KafkaSettings.Of(estate, cluster) switch
    {
        { Unknown: { } unknown } => Derivation.Leaf("retention", Figure.Unknown, new Source(SourceKind.Property, unknown, cluster.Urn)),
        { RetentionHours: { } hours } =>
            Derivation.Leaf(
                "retention", Figure.Exactly(hours * UnitsOfTime.Hour, Basis.Enforced), new Source(SourceKind.Property, KafkaSettings.Property, cluster.Urn)),
        _ => Derivation.Leaf(
            "retention", Figure.Exactly(KafkaSettings.DefaultRetentionHours * UnitsOfTime.Hour, Basis.Enforced), FactBook.Get("kafka-retention-default")
                .ToSource()),
    };
}
