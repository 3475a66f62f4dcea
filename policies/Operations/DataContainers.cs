using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Operations;

/// <summary>What holds data only because of what is in it: a cluster, and a namespace with volume claims. All in it goes with it.</summary>
public static class DataContainers
{
    // The pods and claims of a chart are not shown in the graph: it may have some.
    private static readonly string[] WithClaims =
    [
        .. Pods.StatefulSets, "kubernetes:core/v1:PersistentVolumeClaim", "kubernetes:helm.sh/v3:Release",
    ];

    /// <summary>What goes with a resource; null where it holds no data.</summary>
    public static string? Contents(Estate estate, Node node) => node.Type switch
    {
        EksTypes.Cluster => "the cluster with every object in it, and the volumes of its claims",
        Pods.Namespace => Named(
            [.. estate.OfTypes(WithClaims).Where(inside => IsIn(inside, node)).Select(inside => inside.Name).Distinct().Order(StringComparer.Ordinal)]),
        _ => null,
    };

    private static bool IsIn(Node inside, Node space) => Pods.ClusterOf(inside) == Pods.ClusterOf(space)
        && (ReferenceResolver.Declared(inside, "metadata", Pods.Namespace).Contains(space)
            || ReferenceResolver.Declared(inside, "namespace", Pods.Namespace).Contains(space)
            || (space["metadata"]["name"].Text is { } name && name == (inside["namespace"].Text ?? Pods.NamespaceOf(inside))));

    private static string? Named(IReadOnlyList<string> inside) => inside.Count == 0 ? null
        : $"the namespace with all that is in it, such as {string.Join(", ", inside.Take(3))}";
}
