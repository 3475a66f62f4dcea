namespace DrInfra.Policies.Kubernetes;

/// <summary>Autoscalers of pods, and what they scale.</summary>
internal static class PodScalers
{
    public static readonly IReadOnlyList<string> ScaledObjects = ["kubernetes:keda.sh/v1alpha1:ScaledObject"];

    public static readonly IReadOnlyList<string> Types =
    [
        .. ScaledObjects,
        "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "kubernetes:autoscaling/v1:HorizontalPodAutoscaler",
        "kubernetes:autoscaling/v2beta2:HorizontalPodAutoscaler", "kubernetes:autoscaling/v2beta1:HorizontalPodAutoscaler",
    ];

    /// <summary>By what they scale.</summary>
    public static IReadOnlyDictionary<Node, Node> In(Estate estate) => estate.Once(static estate => new Scaled(Read(estate))).ByTarget;

    private static Dictionary<Node, Node> Read(Estate estate)
    {
        var byName = estate.OfTypes(Pods.Serving).Where(node => node["metadata"]["name"].Text is not null)
            .GroupBy(node => (Pods.ClusterOf(node), Pods.NamespaceOf(node), Kind(node), node["metadata"]["name"].Text!))
            .ToDictionary(group => group.Key, group => group.First());
        var targets = new Dictionary<Node, Node>();
        foreach (var scaler in estate.OfTypes(Types))
        {
            var view = new PodScaler(scaler);
            var target = view.Target["name"].Text is { } name
                ? byName.GetValueOrDefault((Pods.ClusterOf(scaler), Pods.NamespaceOf(scaler), view.TargetKind ?? "", name))
                : null;

            // A name that only the deployment will tell: what it was made from tells.
            target ??= ReferenceResolver.Declared(scaler, "spec", Pods.Serving) is [var declared]
                && (view.Target["name"].IsUnknown || declared["metadata"]["name"].IsUnknown) ? declared : null;
            if (target is not null)
            {
                targets.TryAdd(target, scaler);
            }
        }

        return targets;
    }

    private static string Kind(Node node) => node.Type[(node.Type.LastIndexOf(':') + 1)..];

    private sealed record Scaled(IReadOnlyDictionary<Node, Node> ByTarget);
}
