using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>MSK clusters: over zones as far as their topics are, and in another Region where a replicator copies them.</summary>
internal sealed class KafkaReader : IStoreReader
{
    private static readonly Dictionary<Disruption, string> NoCopy = new()
    {
        [Disruption.Account] = $"MSK Replicator copies within {FactBook.Number("msk-replicator-account")} account",
    };

    public IReadOnlyList<string> Types { get; } = [.. MskTypes.Clusters, MskTypes.Topic];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var links = KafkaReplication.AllIn(context.Estate).Where(link => link.Source.Target is not null).ToLookup(link => link.Source.Target!);
        Node[] clusters = [.. context.Estate.OfTypes(MskTypes.Clusters)];
        foreach (var members in KafkaCopies.Groups(context, clusters, cluster => links[cluster].Select(link => link.Target.Target).OfType<Node>()))
        {
            var home = members[0];
            var workload = members.Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
            var (label, size, change) = context.Describe(workload, "stream", home, PhysicalName.Of(home) ?? "");
            var store = new Store(home, workload, "stream", label, home.Region)
            {
                Members = [.. members, .. members.SelectMany(member => KafkaSettings.TopicsOf(context.Estate, member))],
                SizeGb = size,
                ChangeGbPerDay = change,
                NoCopyPossible = NoCopy,
            };
            yield return store with
            {
                Copies =
                [
                    InRegion(context, store),
                    .. links[home].Select(link => Replica(context, store, link)),
                    .. members.Any(member => links[member].Any()) ? [] : Unrecorded(context, store),
                    KinesisReader.Kept(context, store, Retention(context.Estate, home)),
                ],
            };
        }
    }

    private static Copy InRegion(StoreContext context, Store store)
    {
        var cluster = store.Node;
        if (cluster.Type == MskTypes.ServerlessCluster)
        {
            var most = FactBook.Most("msk-default-replication");
            return KafkaCopies.InRegion(context, store, new KafkaReplicas(most, most - 1, false, (int)most, null));
        }

        var settings = KafkaSettings.Of(context.Estate, cluster);
        if (settings.Unknown is { } unknown)
        {
            return ZoneCopy.Regional(store, "replicas on other brokers").Loses(Reason.Unknown(cluster, unknown), Disruption.Instance, Disruption.Zone).Build();
        }

        var zones = BrokerZones.Count(context.Estate, cluster);
        var subnets = BrokerZones.Subnets(cluster).Path;
        return KafkaCopies.InRegion(context, store, new KafkaReplicas(
            settings.ReplicationFactor, settings.InSyncReplicas, settings.UncleanElection, zones,
            zones is null ? Reason.Unknown(cluster, subnets) : zones < 2 ? new Reason("all brokers are in one zone", cluster, subnets) : null));
    }

    private static Copy Replica(StoreContext context, Store store, KafkaReplication link)
    {
        var usual = context.Estimates.Duration("typical lag", "stream-replication-lag", store.Workload, store.Label, link.Replicator.Urn);
        var lost = Reason.Deciding(ReplicatorFaults.Of(context.Estate, link).Append(link.Missing(context.Estate)!).OfType<Reason>());
        return RegionReplica.Of(
            store, link.Replicator, link.Target.Region, lost,
            RegionReplica.Lag(
                usual, context.Alarms.On(KafkaReplication.LagMetric, PhysicalName.Of(link.Replicator), link.Replicator).Where(KafkaReplication.IsWatchedWhole),
                UnitsOfTime.MillisecondsPerSecond),
            KafkaCopies.TakeOver(
                context, store, link.Replicator,
                link.LacksReverse(context.Estate) && Waits(context, store, inStandby: false).FirstOrDefault().Why is { } waits ? waits
                    : link.OffsetsLost(context.Estate),
                link.KeepsNames));
    }

    private static IEnumerable<Copy> Unrecorded(StoreContext context, Store store) => Waits(context, store, inStandby: true)
        .Select(waiting => new CopyBuilder("replica", waiting.Manifest.Region, waiting.Manifest).Loses(Disruption.Region, waiting.Why).Build());

    // Nothing is known of a replicator that the next update declares, once it has the identity of the other Region's cluster.
    private static IEnumerable<(Node Manifest, Reason Why)> Waits(StoreContext context, Store store, bool inStandby) =>
        from waiting in context.PromiseOf(store.Workload)?.Unrecorded ?? []
        where waiting.IsStandby == inStandby && waiting.Store.Name == store.Label && waiting.Store.Kind == store.Kind
        select (waiting.Node, Reason.Uncertain(
            $"the replicator waits for an identity of the other stack: drctl record --from FILE --stack {waiting.Node.Stack.Name}", waiting.Node,
            "insecureValue"));

    /// <summary>For how long a cluster keeps records.</summary>
    public static Derivation Retention(Estate estate, Node cluster) => KafkaSettings.Of(estate, cluster) switch
    {
        { Unknown: { } unknown } => Derivation.Leaf("retention", Figure.Unknown, new Source(SourceKind.Property, unknown, cluster.Urn)),
        { RetentionHours: { } hours } =>
            Derivation.Leaf(
                "retention", Figure.Exactly(hours * UnitsOfTime.Hour, Basis.Enforced),
                new Source(SourceKind.Property, KafkaSettings.Property, cluster.Urn)),
        _ => DefaultRetention(),
    };

    /// <summary>What Kafka keeps where nobody says.</summary>
    public static Derivation DefaultRetention() => Derivation.Leaf(
        "retention", Figure.Exactly(KafkaSettings.DefaultRetentionHours * UnitsOfTime.Hour, Basis.Enforced),
        FactBook.Get("kafka-retention-default").ToSource());
}
