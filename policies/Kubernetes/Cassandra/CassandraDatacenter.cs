namespace DrInfra.Policies.Kubernetes.Cassandra;

/// <summary>A datacenter of Cassandra: an object of cass-operator, or an entry of a K8ssandraCluster.</summary>
/// <param name="Node">The object.</param>
/// <param name="Own">What it states.</param>
/// <param name="Shared">What the cluster states for all of its datacenters; absent where there is none.</param>
internal sealed record CassandraDatacenter(Node Node, Prop Own, Prop Shared)
{
    /// <summary>Of which nothing is known but that it is there: the operators' default for what states no racks.</summary>
    public const string DefaultRack = "default";

    private bool IsEntry => Node.Type == CassandraTypes.Cluster;

    /// <summary>Its name as an object of Kubernetes.</summary>
    public string? Name => (IsEntry ? Own["metadata"]["name"] : Node["metadata"]["name"]).Text;

    /// <summary>The name by which keyspaces place their replicas.</summary>
    public string? CassandraName => Own["datacenterName"].Text ?? Shared["datacenterName"].Text ?? Name;

    /// <summary>Of the Cassandra cluster that it is a part of.</summary>
    public string? ClusterName => IsEntry ? Shared["clusterName"].Text ?? Node["metadata"]["name"].Text : Own["clusterName"].Text;

    /// <summary>The context of the Kubernetes cluster that it is put into, where that is not the object's own.</summary>
    public Prop Context => IsEntry ? Own["k8sContext"] : default;

    public string? Namespace => IsEntry && Own["metadata"]["namespace"].IsStated() ? Own["metadata"]["namespace"].Text : Pods.NamespaceOf(Node);

    /// <summary>How many nodes of Cassandra.</summary>
    public Prop Size => Own["size"];

    /// <summary>Why none of its nodes runs; null where they do.</summary>
    public Reason? Down => Stopped.IsUnknown ? Reason.Unknown(Node, Stopped.Path)
        : Stopped.Flag == true ? new Reason($"{CassandraName} is stopped: it has no pods", Node, Stopped.Path)
        : null;

    /// <summary>Whether several of its nodes may be on one worker.</summary>
    public Prop SharesWorkers => IsEntry ? Setting("softPodAntiAffinity") : Own["allowMultipleNodesPerWorker"];

    /// <summary>The claim for the data of a node.</summary>
    public Prop Claim => Setting("storageConfig")["cassandraDataVolumeClaimSpec"];

    /// <summary>Nodes that it finds the rest of its cluster by, outside its own Kubernetes cluster.</summary>
    public bool JoinsOthers => Setting("additionalSeeds").IsStated();

    public Prop NodeAffinityLabels => Setting("nodeAffinityLabels");

    public IEnumerable<Prop> Selectors => [Setting("nodeSelector"), PodSpec["nodeSelector"]];

    /// <summary>Affinities that all of its pods have.</summary>
    public Prop PodAffinity => PodSpec["affinity"];

    public string RacksPath => Racked.Path.Length > 0 ? Racked.Path : Own.Path.Length > 0 ? Own.Path : "spec";

    /// <summary>The racks, as the operator reads them; null where only the deployment will tell.</summary>
    public IReadOnlyList<CassandraRack>? Racks => Racked.IsUnknown ? null
        : Racked.Items.Count == 0 ? [CassandraRack.Of(this, default, DefaultRack)]
        : [.. Racked.Items.Select((rack, at) => CassandraRack.Of(this, rack, rack["name"].Text ?? $"rack {at + 1}"))];

    /// <summary>
    /// Whether its pods keep away from each other by zones in a way of their own: rules of the pod template, which may do what racks without a
    /// zone do not.
    /// </summary>
    public bool SpreadsPodsByZone =>
        PodSpec["topologySpreadConstraints"].Items.Any(constraint => IsZone(constraint) && constraint["whenUnsatisfiable"].Text != "ScheduleAnyway")
        || PodAffinity["podAntiAffinity"]["requiredDuringSchedulingIgnoredDuringExecution"].Items.Any(IsZone);

    // Its pods are taken down, and only its volumes are there.
    private Prop Stopped => Setting("stopped");

    private Prop Racked => Setting("racks");

    private Prop PodSpec => Setting("podTemplateSpec")["spec"];

    // What a datacenter states counts more than what its cluster does.
    private Prop Setting(string name) => Own[name] is { IsAbsent: false } own ? own : Shared[name];

    private static bool IsZone(Prop rule) => rule["topologyKey"].Text == NodePool.ZoneKey;
}
