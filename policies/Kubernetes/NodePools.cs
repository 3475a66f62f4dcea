namespace DrInfra.Policies.Kubernetes;

/// <summary>The node pools of clusters, and the node classes that they name.</summary>
internal sealed class NodePools
{
    private readonly ILookup<string, NodePool> _pools;
    private readonly ILookup<(string Cluster, string? Name), NodeClass> _classes;

    private NodePools(Estate estate)
    {
        _pools = estate.OfTypes(NodePool.Types).ToLookup(Pods.ClusterOf, node => new NodePool(node));
        _classes = estate.OfTypes(NodeClass.Types).Select(node => new NodeClass(node)).ToLookup(found => (Pods.ClusterOf(found.Node), found.Name));
    }

    public static NodePools In(Estate estate) => estate.Once(static estate => new NodePools(estate));

    /// <summary>The pools of the cluster that an object is in.</summary>
    public IReadOnlyList<NodePool> Of(Node node) => [.. _pools[Pods.ClusterOf(node)]];

    public IReadOnlyList<NodePool> Of(string cluster) => [.. _pools[cluster]];

    /// <summary>The node class that a pool names; null where it is not in the graph.</summary>
    public NodeClass? ClassOf(NodePool pool) =>
        ReferenceResolver.Declared(pool.Node, "spec", NodeClass.Types) is [var declared] && pool.NodeClassName.IsUnknown ? new NodeClass(declared)
        : _classes[(Pods.ClusterOf(pool.Node), pool.NodeClassName.Text)].Select(found => (NodeClass?)found).FirstOrDefault();
}
