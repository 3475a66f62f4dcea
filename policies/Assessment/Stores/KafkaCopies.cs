using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>How a Kafka cluster keeps its records on several brokers, whoever runs it.</summary>
/// <param name="Replicas">Brokers that have a record, of the topic with the fewest.</param>
/// <param name="InSync">Brokers that must have it before a producer that waits for all hears of it.</param>
/// <param name="Unclean">Whether a broker that lacks records may lead.</param>
/// <param name="Zones">Of the brokers; null where only the deployment will tell.</param>
/// <param name="ZoneFault">Why the replicas of a partition may all be in one zone, or why that is not known; null where they are not.</param>
internal sealed record KafkaReplicas(double Replicas, double InSync, bool Unclean, int? Zones, Reason? ZoneFault);

/// <summary>The copies of a stream that brokers of Kafka hold: in their Region, and where a replicator writes them.</summary>
internal static class KafkaCopies
{
    private const string OneBroker = "a record may be acknowledged that only one broker has";

    /// <summary>On the other brokers of the cluster.</summary>
    /// <param name="alone">What becomes of a topic with one replica when its broker is lost.</param>
    public static Copy InRegion(StoreContext context, Store store, KafkaReplicas brokers, CopyUse? alone = null)
    {
        var copy = ZoneCopy.Regional(store, "replicas on other brokers").Loses(Disruption.Corruption, "all brokers have the corrupt data");
        if (brokers.Replicas < 2)
        {
            var why = $"topics have {brokers.Replicas} replica";
            return alone is null
                ? copy.Loses(Disruption.Instance, why).Loses(Disruption.Zone, why).Build()
                : copy.Survives(Disruption.Instance, alone.Staleness, alone.Recovery).Loses(Disruption.Zone, why).Build();
        }

        copy = copy.Survives(Disruption.Instance, Unsent(context, store, brokers, 1), GoesOn(context, store, brokers, 1, "one lost broker"));
        if (brokers.ZoneFault is { } fault)
        {
            return copy.Loses(Disruption.Zone, fault).Build();
        }

        // Rack awareness spreads the replicas of a partition evenly over the zones.
        var together = Math.Ceiling(brokers.Replicas / (brokers.Zones ?? 1));
        return copy.Survives(
            Disruption.Zone, Unsent(context, store, brokers, together), GoesOn(context, store, brokers, together, "a lost zone")).Build();
    }

    /// <summary>
    /// What stands between the loss of the first cluster and the work with the copy: positions of consumers, names of topics. That records come
    /// twice, and in which order, is said with it.
    /// </summary>
    /// <param name="offsets">Why consumers do not find their position; null where they do.</param>
    /// <param name="keepsNames">Whether topics have their names in the copy; null where it is not known.</param>
    public static Derivation TakeOver(StoreContext context, Store store, Node replicator, Reason? offsets, bool? keepsNames)
    {
        var positions = offsets switch
        {
            null => Derivation.Nothing(
                "consumers continue from their translated offsets",
                "offsets are copied now and then, so the newest records are read twice; their order is kept within a partition only"),
            { IsUnknown: true } unknown => UnknownReason.Leaf("whether consumers find their offsets", unknown),
            var lost => With(
                context.Estimates.Duration("consumers find their offsets again", "stream-replay", store.Workload, store.Label, replicator.Urn), lost),
        };
        return keepsNames switch
        {
            true => positions,
            false => Derivation.Sum(
                "consumers work with the copy", positions,
                context.Estimates.Duration(
                    "producers and consumers use the topic names of the copy, which have a prefix", "stream-topic-names", store.Workload, store.Label,
                    replicator.Urn)),
            null => Derivation.Sum(
                "consumers work with the copy", positions,
                Derivation.Leaf("topic names of the copy", Figure.Unknown, new Source(SourceKind.Definition, "the naming of topics is not known"))),
        };
    }

    /// <summary>
    /// A cluster that only receives is a copy of its source; of two that copy to each other, the primary Region's is the home.
    /// </summary>
    /// <param name="targets">Where a cluster's records are copied to.</param>
    public static IEnumerable<IReadOnlyList<Node>> Groups(StoreContext context, IReadOnlyList<Node> clusters, Func<Node, IEnumerable<Node>> targets)
    {
        var seen = new HashSet<Node>();
        var to = clusters.ToDictionary(cluster => cluster, cluster => targets(cluster).Distinct().ToArray());
        var received = to.Values.SelectMany(nodes => nodes).ToHashSet();
        foreach (var cluster in clusters.OrderBy(cluster => received.Contains(cluster)))
        {
            if (seen.Contains(cluster))
            {
                continue;
            }

            Node[] group = [cluster, .. to[cluster].Where(target => target != cluster && !seen.Contains(target))];
            seen.UnionWith(group);
            yield return RegionTwins.HomeFirst(context, group);
        }
    }

    // What was acknowledged is on as many brokers as must have it: it is lost where all of them are.
    private static Derivation Unsent(StoreContext context, Store store, KafkaReplicas brokers, double lost) =>
        brokers.Unclean
            ? Derivation.Leaf(
                "records that the new leader lacks", Figure.Typically(0),
                new Source(SourceKind.Definition, "unclean.leader.election.enable is true: a broker that lacks records may lead"))
        : brokers.InSync <= lost
            ? Derivation.Leaf(
                "records that only the lost brokers have", Figure.Typically(0),
                new Source(SourceKind.Definition, $"min.insync.replicas is {brokers.InSync}: {OneBroker}"))
        : context.Estimates.Duration(
            "records of producers that do not wait for all replicas", "stream-unreplicated", store.Workload, store.Label, store.Node.Urn);

    private static Derivation GoesOn(StoreContext context, Store store, KafkaReplicas brokers, double lost, string what) =>
        brokers.Replicas - lost < brokers.InSync
            ? Derivation.Never(
                "writes go on",
                $"{what} leaves {brokers.Replicas - lost} of {brokers.Replicas} replicas, and min.insync.replicas is {brokers.InSync}: "
                    + "writes stop until it is back")
            : context.Estimates.Duration("other brokers become leaders", "stream-failover", store.Workload, store.Label, store.Node.Urn);

    private static Derivation With(Derivation figure, Reason cause) => Derivation.Leaf(
        figure.Label, figure.Figure,
        [.. figure.Sources, cause.Node is { } node ? new Source(SourceKind.Cause, cause.Text, node.Urn, Property: cause.Property)
            : new Source(SourceKind.Definition, cause.Text)]);
}
