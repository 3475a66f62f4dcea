namespace DrInfra.Policies.Kubernetes;

/// <summary>Objects by the namespace that they are in.</summary>
internal sealed class ByNamespace
{
    private readonly ILookup<(string Cluster, string? Namespace), Node> _near;
    private readonly ILookup<string, Node> _all;

    public ByNamespace(IEnumerable<Node> nodes)
    {
        Node[] known = [.. nodes];
        _near = known.ToLookup(node => (Pods.ClusterOf(node), Pods.NamespaceOf(node)));
        _all = known.ToLookup(Pods.ClusterOf);
    }

    /// <summary>Those that are in the namespace of an object for sure.</summary>
    public IEnumerable<Node> With(Node node) => Pods.NamespaceOf(node) is { } space ? _near[(Pods.ClusterOf(node), space)] : [];

    /// <summary>Those that are, or may be: only the deployment will tell the namespace of one of the two.</summary>
    public IEnumerable<Node> MaybeWith(Node node) => Pods.NamespaceOf(node) is { } space
        ? _near[(Pods.ClusterOf(node), space)].Concat(_near[(Pods.ClusterOf(node), null)])
        : _all[Pods.ClusterOf(node)];
}
