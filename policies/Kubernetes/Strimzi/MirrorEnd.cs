namespace DrInfra.Policies.Kubernetes.Strimzi;

/// <summary>The cluster that a mirror reads from, or writes to.</summary>
/// <param name="Settings">What the mirror says of it: alias, addresses.</param>
/// <param name="Cluster">Null where it is not among the graphs, or cannot be told.</param>
internal sealed record MirrorEnd(Prop Settings, StrimziCluster? Cluster)
{
    private const char PortMark = ':';

    public string? Alias => Settings["alias"].Text;

    /// <summary>What two mirrors know it by where it is not in the graphs.</summary>
    public string? Identity => Cluster?.Node.Urn ?? Address(Settings["bootstrapServers"].Text) ?? Alias;

    /// <summary>
    /// Found by the names that its listeners have outside, by the service that Strimzi makes for it, else by the alias, where only one cluster
    /// is called so.
    /// </summary>
    public static MirrorEnd Of(Estate estate, Node mirror, Prop settings)
    {
        var clusters = StrimziCluster.AllIn(estate);
        var address = Address(settings["bootstrapServers"].Text);
        var found = address is null ? []
            : clusters.Where(cluster => OutsideNames(cluster).Contains(address, StringComparer.OrdinalIgnoreCase)).ToArray();
        if (found.Length != 1 && address is not null)
        {
            found = [.. clusters.Where(cluster => IsService(cluster, mirror, address))];
        }

        if (found.Length != 1 && settings["alias"].Text is { } alias)
        {
            found = [.. clusters.Where(cluster => cluster.Name == alias || cluster.Node.Name == alias)];
        }

        return new MirrorEnd(settings, found is [var only] ? only : null);
    }

    /// <summary>What in its Kubernetes cluster, or by its outside names, already reads from it.</summary>
    public IEnumerable<Reason> Consumers(Estate estate) => Cluster is not { Name: { } name } cluster ? []
        : StreamingPods.Running(estate, cluster.Node, pods => StreamingPods.HasGroup(pods)
            && ((Pods.ClusterOf(pods) == Pods.ClusterOf(cluster.Node) && StreamingPods.Mentions(pods, $"{name}-kafka-"))
                || OutsideNames(cluster).Any(outside => StreamingPods.Mentions(pods, outside))));

    // The first of the servers, without its port.
    private static string? Address(string? servers) => servers?.Split(',')[0].Trim() is { Length: > 0 } first ? first.Split(PortMark)[0] : null;

    private static IEnumerable<string> OutsideNames(StrimziCluster cluster) => cluster.Kafka["listeners"].Items
        .Select(listener => listener["configuration"])
        .SelectMany(settings => settings["bootstrap"]["alternativeNames"].Items.Append(settings["bootstrap"]["host"])
            .Append(settings["bootstrap"]["annotations"]["external-dns.alpha.kubernetes.io/hostname"])
            .Concat(settings["brokers"].Items.SelectMany(broker => new[] { broker["host"], broker["advertisedHost"] })))
        .Select(name => name.Text?.TrimEnd('.')).OfType<string>();

    // NAME-kafka-bootstrap, NAME-kafka-bootstrap.NAMESPACE.svc; with clusterset.local of any cluster of Kubernetes.
    private static bool IsService(StrimziCluster cluster, Node mirror, string address)
    {
        var parts = address.Split('.');
        if (parts[0] != $"{cluster.Name}-kafka-bootstrap" && !(parts[0].StartsWith($"{cluster.Name}-kafka-", StringComparison.Ordinal)
            && parts[0].EndsWith("-bootstrap", StringComparison.Ordinal)))
        {
            return false;
        }

        return (address.Contains(".clusterset.", StringComparison.Ordinal) || Pods.ClusterOf(cluster.Node) == Pods.ClusterOf(mirror))
            && (parts.Length == 1 ? Pods.MayShareNamespace(cluster.Node, mirror)
                : Pods.NamespaceOf(cluster.Node) is not { } space || space == parts[1]);
    }
}
