namespace DrInfra.Policies.Kubernetes;

/// <summary>The Namespace of every object.</summary>
internal sealed class NamespaceIndex
{
    private readonly Dictionary<(string Cluster, string? Name), Node> _spaces;

    // Named as Pods.NamespaceOf spells a namespace that is still to be named.
    private NamespaceIndex(Estate estate) => _spaces = estate.OfType(Pods.Namespace)
        .GroupBy(space => (Pods.ClusterOf(space), space["metadata"]["name"].Text ?? space.Urn))
        .ToDictionary(group => (group.Key.Item1, (string?)group.Key.Item2), group => group.First());

    public static NamespaceIndex In(Estate estate) => estate.Once(static estate => new NamespaceIndex(estate));

    /// <summary>The one that an object is in; null where the graph does not hold it.</summary>
    public Node? Of(Node node) => _spaces.GetValueOrDefault((Pods.ClusterOf(node), Pods.NamespaceOf(node)));
}
