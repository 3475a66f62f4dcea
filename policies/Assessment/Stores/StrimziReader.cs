using DrInfra.Policies.Kubernetes.Strimzi;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>Kafka clusters that Strimzi runs on Kubernetes: over zones where racks keep replicas apart, elsewhere where a MirrorMaker copies them.</summary>
internal sealed class StrimziReader : IStoreReader
{
    public IReadOnlyList<string> Types { get; } = [.. StrimziTypes.Clusters, .. StrimziTypes.Topics];

    public IEnumerable<Store> Read(StoreContext context)
    {
        var clusters = StrimziCluster.AllIn(context.Estate);
        var mirrors = KafkaMirror.AllIn(context.Estate).Where(mirror => mirror.Source.Cluster is not null).ToLookup(mirror => mirror.Source.Cluster!.Node);
        var known = clusters.ToDictionary(cluster => cluster.Node);
        foreach (var members in KafkaCopies.Groups(
            context, [.. known.Keys], cluster => mirrors[cluster].Select(mirror => mirror.Target.Cluster?.Node).OfType<Node>()))
        {
            var home = members[0];
            var workload = members.SelectMany(member => known[member].Members).Select(context.WorkloadOf).FirstOrDefault(name => name.Length > 0) ?? "";
            var (label, size, change) = context.Describe(workload, "stream", home, known[home].Name ?? "");
            var store = new Store(home, workload, "stream", label, home.Region)
            {
                Members = [.. members.SelectMany(member => known[member].Members)],
                SizeGb = size,
                ChangeGbPerDay = change,
            };
            yield return store with
            {
                Copies =
                [
                    InRegion(context, store, known[home]),
                    .. mirrors[home].Select(mirror => Replica(context, store, mirror)),
                    KinesisReader.Kept(context, store, Retention(known[home])),
                ],
            };
        }
    }

    private static Copy InRegion(StoreContext context, Store store, StrimziCluster cluster)
    {
        if (cluster.Unknown is { } unknown)
        {
            return ZoneCopy.Regional(store, "replicas on other brokers")
                .Loses(Reason.Unknown(cluster.Node, unknown.Path), Disruption.Instance, Disruption.Zone).Build();
        }

        var alone = cluster.IsEphemeral ? null : new CopyUse(
            Derivation.Nothing("data not yet stored", "the volume keeps acknowledged records"),
            context.Estimates.Duration("attach it to another node", "attach", store.Workload, store.Label, store.Node.Urn));

        // No more zones than replicas are counted: that there are as many follows from the rack and the spread.
        var zones = (int)Math.Max(1, Math.Min(cluster.Replicas, cluster.Brokers ?? cluster.Replicas));
        return KafkaCopies.InRegion(
            context, store, new KafkaReplicas(cluster.Replicas, cluster.InSync, cluster.UncleanElection, zones, cluster.ZoneFault), alone);
    }

    private static Copy Replica(StoreContext context, Store store, KafkaMirror mirror)
    {
        var lag = context.Estimates.Duration("lag of the mirror", "stream-replication-lag", store.Workload, store.Label, mirror.Node.Urn);
        return RegionReplica.Of(
            store, mirror.Node, mirror.Target.Cluster?.Node.Region, mirror.Stopped ?? mirror.Missing(context.Estate), lag,
            KafkaCopies.TakeOver(context, store, mirror.Node, mirror.OffsetsLost ?? mirror.Target.Consumers(context.Estate).FirstOrDefault(),
                mirror.KeepsNames));
    }

    private static Derivation Retention(StrimziCluster cluster) => cluster.Unknown is { } unknown
            ? Derivation.Leaf("retention", Figure.Unknown, new Source(SourceKind.Property, unknown.Path, cluster.Node.Urn))
        : cluster.RetentionMilliseconds is { } kept
            ? Derivation.Leaf(
                "retention", Figure.Exactly(kept / UnitsOfTime.MillisecondsPerSecond, Basis.Enforced),
                new Source(SourceKind.Property, cluster.Settings.Path, cluster.Node.Urn))
        : KafkaReader.DefaultRetention();
}
