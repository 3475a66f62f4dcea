namespace DrInfra.Policies.Kubernetes;

/// <summary>What of Kubernetes runs pods, and how its pods are described.</summary>
internal static class Pods
{
    public static readonly IReadOnlyList<string> Deployments =
    [
        "kubernetes:apps/v1:Deployment", "kubernetes:apps/v1beta2:Deployment", "kubernetes:apps/v1beta1:Deployment", "kubernetes:extensions/v1beta1:Deployment",
    ];

    public static readonly IReadOnlyList<string> StatefulSets =
    [
        "kubernetes:apps/v1:StatefulSet", "kubernetes:apps/v1beta2:StatefulSet", "kubernetes:apps/v1beta1:StatefulSet",
    ];

    public static readonly IReadOnlyList<string> ScheduledJobs = ["kubernetes:batch/v1:CronJob", "kubernetes:batch/v1beta1:CronJob"];

    /// <summary>Those whose pods serve for as long as they are there.</summary>
    public static readonly IReadOnlyList<string> Serving = [.. Deployments, .. StatefulSets];

    /// <summary>All that have pods.</summary>
    public static readonly IReadOnlyList<string> All =
    [
        .. Serving, "kubernetes:apps/v1:DaemonSet", "kubernetes:batch/v1:Job", .. ScheduledJobs, Pod,
    ];

    public const string Namespace = "kubernetes:core/v1:Namespace";

    public const string Pod = "kubernetes:core/v1:Pod";

    public static Prop Template(Node node) => node.Type switch
    {
        Pod => default,
        var type when ScheduledJobs.Contains(type) => node["spec"]["jobTemplate"]["spec"]["template"],
        _ => node["spec"]["template"],
    };

    /// <summary>The description of the pods.</summary>
    public static Prop Spec(Node node) => node.Type == Pod ? node["spec"] : Template(node)["spec"];

    public static IReadOnlyList<Prop> Containers(Node node) => Spec(node)["containers"].Items;

    /// <summary>The images of its containers, those that run before them included.</summary>
    public static IEnumerable<Prop> Images(Node node) =>
        Containers(node).Concat(Spec(node)["initContainers"].Items).Select(container => container["image"]);

    /// <summary>The namespace that an object is in; one that is still to be named goes by its URN. Null where only the deployment will tell.</summary>
    public static string? NamespaceOf(Node node) => node["metadata"]["namespace"] is { IsUnknown: true }
        ? ReferenceResolver.Declared(node, "metadata", Namespace) is [var declared] ? declared["metadata"]["name"].Text ?? declared.Urn : null
        : node["metadata"]["namespace"].Text ?? "default";

    /// <summary>The namespace that an object of Kubernetes states by its name; null where it states none, and for what is of no cluster.</summary>
    public static string? OwnNamespaceOf(Node node) => !node.Type.StartsWith("kubernetes:", StringComparison.Ordinal) ? null
        : node.Type == Namespace ? node["metadata"]["name"].Text
        : node["metadata"]["namespace"].IsStated() && NamespaceOf(node) is { } name && !name.Contains("::", StringComparison.Ordinal) ? name
        : null;

    /// <summary>Whether two objects may be in one namespace: they are, or only the deployment will tell.</summary>
    public static bool MayShareNamespace(Node one, Node other) =>
        ClusterOf(one) == ClusterOf(other) && (NamespaceOf(one) is not { } first || NamespaceOf(other) is not { } second || first == second);

    /// <summary>The cluster that an object is put into, as far as the program tells: its provider.</summary>
    public static string ClusterOf(Node node) => node.Resource.Provider ?? node.Stack.Name;

    /// <summary>Pods of how many replicas, where they run; one where nothing is stated, null where it is unknown.</summary>
    public static double? Replicas(Node node) => FollowedPods.Are(node) ? FollowedPods.Replicas(node)
        : node["spec"]["replicas"] is { IsUnknown: true } ? null
        : node["spec"]["replicas"].Number ?? 1;

    /// <summary>How many pods there are at least: the floor of what scales them, else their replicas; null where it is unknown.</summary>
    public static double? Least(Estate estate, Node node) => ScalerOf(estate, node) is { } scaler ? new PodScaler(scaler).Least : Replicas(node);

    public static Node? ScalerOf(Estate estate, Node node) => PodScalers.In(estate).GetValueOrDefault(node);
}
