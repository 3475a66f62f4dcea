namespace DrInfra.Policies.Kubernetes;

/// <summary>What the containers of pods request, with what the LimitRange of their namespace fills in.</summary>
internal sealed class PodRequests
{
    public static readonly IReadOnlyList<string> LimitRanges = ["kubernetes:core/v1:LimitRange"];

    // Source: Kubernetes API defaults of a LimitRangeItem. What is not stated comes from the next: a request from the default limit, that from the maximum.
    private static readonly string[] RequestFrom = ["defaultRequest", "default", "max", "min"];
    private static readonly string[] LimitFrom = ["default", "max"];

    private readonly ByNamespace _ranges;

    private PodRequests(Estate estate) => _ranges = new ByNamespace(estate.OfTypes(LimitRanges));

    public static PodRequests In(Estate estate) => estate.Once(static estate => new PodRequests(estate));

    /// <summary>Containers that run as long as the pod does: sidecars among the init containers are of them.</summary>
    public static IReadOnlyList<Prop> Running(Node node) =>
        [.. Pods.Containers(node), .. Pods.Spec(node)["initContainers"].Items.Where(container => container["restartPolicy"].Text == "Always")];

    /// <summary>What a pod requests of a resource in all: the scheduler and quotas count it.</summary>
    /// <param name="resource"><c>cpu</c> or <c>memory</c>.</param>
    public PodAmount Requested(Node node, string resource) => Total(node, "requests", resource);

    /// <summary>To what a pod is limited in all.</summary>
    public PodAmount Limited(Node node, string resource) => Total(node, "limits", resource);

    /// <summary>What one container requests of a resource.</summary>
    public PodAmount Requested(Node node, Prop container, string resource) => Of(node, container, "requests", resource);

    /// <summary>Whether the LimitRange of their namespace gives a request to each container that states none.</summary>
    public bool FillsIn(Node node, string resource) => _ranges.With(node)
        .SelectMany(range => range["spec"]["limits"].Items).Where(item => item["type"].Text == "Container")
        .Any(item => RequestFrom.Any(from => item[from][resource].IsStated()));

    private PodAmount Total(Node node, string part, string resource)
    {
        var whole = Pods.Spec(node)["resources"];
        if (whole[part][resource].IsStated() || (part == "requests" && whole["limits"][resource].IsStated()))
        {
            return Stated(whole[part][resource].IsStated() ? whole[part][resource] : whole["limits"][resource]);
        }

        var running = Running(node).Select(container => Of(node, container, part, resource)).Aggregate(PodAmount.Zero, (sum, next) => sum.Plus(next));
        return Pods.Spec(node)["initContainers"].Items.Select(container => Of(node, container, part, resource))
            .Aggregate(running, (most, next) => next.Amount > most.Amount ? next : most);
    }

    private PodAmount Of(Node node, Prop container, string part, string resource)
    {
        var resources = container["resources"];
        var stated = resources[part][resource];
        if (stated.IsStated())
        {
            return Stated(stated);
        }

        // What is limited and not requested is requested as much.
        if (part == "requests" && resources["limits"][resource].IsStated())
        {
            return Stated(resources["limits"][resource]);
        }

        var unknown = false;
        foreach (var range in _ranges.MaybeWith(node))
        {
            unknown |= range["spec"]["limits"].IsUnknown || Pods.NamespaceOf(node) is null || Pods.NamespaceOf(range) is null;
            foreach (var item in range["spec"]["limits"].Items.Where(item => item["type"].Text == "Container"))
            {
                var filled = (part == "requests" ? RequestFrom : LimitFrom).Select(from => item[from][resource]).FirstOrDefault(value => value.IsStated());
                if (filled.IsStated() && !unknown)
                {
                    return Stated(filled);
                }
            }
        }

        return new PodAmount(null, unknown ? stated.Path : null, Missing: unknown ? null : container["name"].Text ?? stated.Path);
    }

    private static PodAmount Stated(Prop amount) =>
        Quantity.Of(amount) is { } known ? new PodAmount(known, null, null) : new PodAmount(null, amount.Path, null);
}
