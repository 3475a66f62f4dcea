using System.Globalization;

namespace DrInfra.Policies.Kubernetes.Strimzi;

/// <summary>A Kafka cluster that Strimzi runs, with its pools of brokers.</summary>
internal sealed class StrimziCluster
{
    private const string ClusterLabel = "strimzi.io/cluster";

    private StrimziCluster(Estate estate, Node node)
    {
        Node = node;
        Pools =
        [
            .. estate.OfTypes(StrimziTypes.NodePools).Where(pool => BelongsTo(pool, node) && RunsBrokers(pool))
                .OrderBy(pool => pool.Urn, StringComparer.Ordinal),
        ];
        Topics =
        [
            .. estate.OfTypes(StrimziTypes.Topics).Where(topic => BelongsTo(topic, node)).Select(topic => new StrimziTopic(topic))
                .OrderBy(topic => topic.Node.Urn, StringComparer.Ordinal),
        ];
    }

    public Node Node { get; }

    /// <summary>The pools with brokers; none where the cluster itself states its brokers, as older versions do.</summary>
    public IReadOnlyList<Node> Pools { get; }

    /// <summary>Those that the program declares.</summary>
    public IReadOnlyList<StrimziTopic> Topics { get; }

    public Prop Kafka => Node["spec"]["kafka"];

    /// <summary>The settings of the brokers.</summary>
    public Prop Settings => Kafka["config"];

    public string? Name => Node["metadata"]["name"].Text;

    public IEnumerable<Node> Members => [Node, .. Pools, .. Topics.Select(topic => topic.Node)];

    /// <summary>What of the cluster is not known yet, and decides how many copies there are; null where nothing is.</summary>
    public Prop? Unknown
    {
        get
        {
            Prop[] asked = [Node["spec"], Kafka, Settings, .. Topics.Select(topic => topic.Node["spec"])];
            return asked.Where(property => property.IsUnknown).Select(property => (Prop?)property).FirstOrDefault();
        }
    }

    /// <summary>Of a topic that states none; one by Kafka's own default.</summary>
    public double DefaultReplicas => Number(Settings["default.replication.factor"]) ?? 1;

    /// <summary>Brokers that must have a record before a producer that waits for all hears of it; one by Kafka's own default.</summary>
    public double DefaultInSync => Number(Settings["min.insync.replicas"]) ?? 1;

    /// <summary>The topic with the fewest copies, and how many; what has no topic declared gets the default.</summary>
    public double Replicas => Topics.Count == 0 ? DefaultReplicas : Topics.Min(ReplicasOf);

    public double InSync => Topics.Count == 0 ? DefaultInSync : Topics.Min(InSyncOf);

    public double ReplicasOf(StrimziTopic topic) => topic.Replicas ?? DefaultReplicas;

    public double InSyncOf(StrimziTopic topic) => topic.InSync ?? DefaultInSync;

    /// <summary>Whether a broker that lacks records may lead.</summary>
    public bool UncleanElection => Settings["unclean.leader.election.enable"].Flag == true;

    /// <summary>The least that a topic keeps its records, in milliseconds; infinity for ever; null where nothing says.</summary>
    public double? RetentionMilliseconds
    {
        get
        {
            double?[] stated = [.. Topics.Select(topic => topic.RetentionMilliseconds).Append(OwnRetention)];
            return stated.Any(kept => kept is not null) ? stated.Min() : null;
        }
    }

    /// <summary>Brokers in all; null where that is not known.</summary>
    public double? Brokers => Pools.Count == 0 ? Kafka["replicas"].Number
        : Pools.All(pool => !pool["spec"]["replicas"].IsUnknown) ? Pools.Sum(pool => pool["spec"]["replicas"].Number ?? 0) : null;

    /// <summary>What holds the records, of each pool or of the cluster.</summary>
    public IEnumerable<(Node Node, Prop Storage)> Storages =>
        Pools.Count == 0 ? [(Node, Kafka["storage"])] : Pools.Select(pool => (pool, pool["spec"]["storage"]));

    /// <summary>The volumes of all storages.</summary>
    public IEnumerable<(Node Node, Prop Volume)> Volumes => Storages.SelectMany(storage => storage.Storage["type"].Text == "jbod"
        ? storage.Storage["volumes"].Items.Select(volume => (storage.Node, volume))
        : [(storage.Node, storage.Storage)]);

    /// <summary>Whether records outlive the pod of their broker.</summary>
    public bool IsEphemeral => Volumes.Any(volume => volume.Volume["type"].Text == "ephemeral");

    /// <summary>The label by whose value Kafka keeps the replicas of a partition apart; null where it does not.</summary>
    public string? RackKey => Kafka["rack"]["topologyKey"].Text;

    /// <summary>Whether the brokers are put into different zones for sure; false where only a wish says so, null where it is not known.</summary>
    public bool? BrokersAreSpread
    {
        get
        {
            Prop[] templates = [Kafka["template"]["pod"], .. Pools.Select(pool => pool["spec"]["template"]["pod"])];
            return templates.Any(template => template.IsUnknown) ? null
                : templates.Any(IsSpread) || Pools.Select(ZoneOf).OfType<string>().Distinct(StringComparer.Ordinal).Count() > 1;
        }
    }

    /// <summary>Why the replicas of a partition may all be in one zone, or why that is not known; null where they are not.</summary>
    public Reason? ZoneFault =>
        RackKey is not { } key ? new Reason("no rack keeps the replicas of a partition in different zones", Node, Kafka["rack"].Path)
        : key != NodePool.ZoneKey ? new Reason($"the rack is {key}, which is no zone", Node, Kafka["rack"]["topologyKey"].Path)
        : BrokersAreSpread switch
        {
            true => null,
            null => Reason.Unknown(Node, Kafka["template"].Path),
            false => Reason.Uncertain(
                "Strimzi prefers to place brokers in different zones, and nothing requires it", Node, Kafka["template"]["pod"].Path),
        };

    public static IReadOnlyList<StrimziCluster> AllIn(Estate estate) => estate.Once<IReadOnlyList<StrimziCluster>>(static estate =>
        [.. estate.OfTypes(StrimziTypes.Clusters).Select(node => new StrimziCluster(estate, node))]);

    /// <summary>A number of Kafka's settings, which may stand as a text.</summary>
    public static double? Number(Prop property) => property.Number
        ?? (double.TryParse(property.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null);

    private double? OwnRetention => Forever(Number(Settings["log.retention.ms"]))
        ?? Forever(Number(Settings["log.retention.minutes"])) * DrInfra.Recovery.UnitsOfTime.Minute * DrInfra.Recovery.UnitsOfTime.MillisecondsPerSecond
        ?? Forever(Number(Settings["log.retention.hours"])) * DrInfra.Recovery.UnitsOfTime.Hour * DrInfra.Recovery.UnitsOfTime.MillisecondsPerSecond;

    internal static double? Forever(double? kept) => kept < 0 ? double.PositiveInfinity : kept;

    private static bool BelongsTo(Node part, Node cluster) => part["metadata"]["labels"][ClusterLabel].Text is { } name
        && name == cluster["metadata"]["name"].Text && Pods.MayShareNamespace(part, cluster);

    private static bool RunsBrokers(Node pool) => pool["spec"]["roles"] is not { IsKnown: true } roles || roles.Items.Any(role => role.Text == "broker");

    private static bool IsSpread(Prop pod) =>
        pod["topologySpreadConstraints"].Items.Any(constraint =>
            constraint["topologyKey"].Text == NodePool.ZoneKey && constraint["whenUnsatisfiable"].Text is null or "DoNotSchedule")
        || pod["affinity"]["podAntiAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"].Items
            .Any(term => term["topologyKey"].Text == NodePool.ZoneKey);

    // A pool whose pods may run in one zone only.
    private static string? ZoneOf(Node pool) =>
        pool["spec"]["template"]["pod"]["affinity"]["nodeAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"]["nodeSelectorTerms"].Items
            .SelectMany(term => term["matchExpressions"].Items)
            .Where(expression => expression["key"].Text == NodePool.ZoneKey && expression["operator"].Text == "In" && expression["values"].Items.Count == 1)
            .Select(expression => expression["values"].Items[0].Text).FirstOrDefault();
}
