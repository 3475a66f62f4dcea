namespace DrInfra.Policies.Kubernetes;

/// <summary>Services, and the pods that they select.</summary>
internal sealed class Services
{
    public static readonly IReadOnlyList<string> Types = ["kubernetes:core/v1:Service"];

    private readonly Dictionary<(string Cluster, string? Namespace, string Name), Node> _byName;
    private readonly ILookup<(string Cluster, string? Namespace), Node> _pods;
    private readonly HashSet<string> _unnamed;
    private readonly ILookup<(string Cluster, string? Namespace), Node> _services;

    private Services(Estate estate)
    {
        _byName = estate.OfTypes(Types).Where(service => service["metadata"]["name"].Text is not null)
            .DistinctBy(service => (Pods.ClusterOf(service), Pods.NamespaceOf(service), service["metadata"]["name"].Text))
            .ToDictionary(service => (Pods.ClusterOf(service), Pods.NamespaceOf(service), service["metadata"]["name"].Text!));
        _unnamed =
        [
            .. estate.OfTypes(Types).Where(service => service["metadata"]["name"].Text is null || Pods.NamespaceOf(service) is null).Select(Pods.ClusterOf),
        ];
        _services = estate.OfTypes(Types).ToLookup(service => (Pods.ClusterOf(service), Pods.NamespaceOf(service)));
        _pods = estate.OfTypes(Pods.Serving).ToLookup(pods => (Pods.ClusterOf(pods), Pods.NamespaceOf(pods)));
    }

    public static Services In(Estate estate) => estate.Once(static estate => new Services(estate));

    /// <summary>The Service that an object of the same namespace names; null where the graph does not hold it.</summary>
    public Node? Named(Node from, Prop name) =>
        name.Text is { } text ? _byName.GetValueOrDefault((Pods.ClusterOf(from), Pods.NamespaceOf(from), text)) : null;

    /// <summary>Whether the namespace of an object may have a Service of a name that only the deployment will tell.</summary>
    public bool MayHave(Node from) => _unnamed.Contains(Pods.ClusterOf(from));

    /// <summary>What it sends to: the deployments and stateful sets whose pods have the labels of its selector.</summary>
    public IEnumerable<Node> PodsOf(Node service)
    {
        var selector = service["spec"]["selector"].Members.ToArray();
        return selector.Length == 0 ? []
            : _pods[(Pods.ClusterOf(service), Pods.NamespaceOf(service))].Where(pods =>
                Array.TrueForAll(selector, label => label.Value.Text is { } value && Pods.Template(pods)["metadata"]["labels"][label.Name].Text == value));
    }

    /// <summary>Whether a Service sends to these pods.</summary>
    public bool Serve(Node pods) => _services[(Pods.ClusterOf(pods), Pods.NamespaceOf(pods))].Any(service => PodsOf(service).Contains(pods));
}
