namespace DrInfra.Policies.Graph;

/// <summary>One stack among those that are judged together.</summary>
public sealed class StackGraph
{
    private readonly Dictionary<string, Node> _byUrn;
    private readonly Lazy<bool> _foreign;

    internal StackGraph(ResourceGraph graph, INames names)
    {
        Graph = graph;
        Names = names;
        _byUrn = new Dictionary<string, Node>(graph.Resources.Count, StringComparer.Ordinal);
        var nodes = new Node[graph.Resources.Count];
        for (var i = 0; i < nodes.Length; i++)
        {
            nodes[i] = new Node(this, graph.Resources[i]);
            _byUrn[nodes[i].Urn] = nodes[i];
        }

        Nodes = nodes;
        _foreign = new Lazy<bool>(() => !Array.Exists(nodes, node => node.Tags.Keys.Any(key => key.StartsWith(DrTags.Prefix, StringComparison.Ordinal))));
    }

    public ResourceGraph Graph { get; }

    internal INames Names { get; }

    public string Name => Graph.Stack;

    public string Project => Graph.Project;

    public IReadOnlyList<Node> Nodes { get; }

    /// <summary>
    /// Whether it tells which resources are kept when they leave the program. The engine's protocol and older exports do not, so that
    /// no resource is kept means something only where another one shows that it could be told.
    /// </summary>
    public bool TellsRetention => !Graph.IsPartial && (Graph.Emulated || Nodes.Any(node => node.Resource.RetainOnDelete));

    /// <summary>Written by somebody who knows nothing of this project: no resource has a <c>dr:*</c> tag.</summary>
    public bool IsForeign => _foreign.Value;

    public Node? Find(string? urn) => urn is not null && _byUrn.TryGetValue(urn, out var node) ? node : null;
}
