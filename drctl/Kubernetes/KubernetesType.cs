using System.Collections.Frozen;

namespace DrInfra.Drctl.Kubernetes;

/// <summary>What a type token of Pulumi's Kubernetes provider names: <c>kubernetes:apps/v1:Deployment</c>.</summary>
/// <param name="Group">The API group, such as <c>apps</c>; <c>core</c> where the API has none.</param>
/// <param name="Version">The version of the group, such as <c>v1</c>.</param>
/// <param name="Kind">The kind, such as <c>Deployment</c>.</param>
internal sealed record KubernetesType(string Group, string Version, string Kind)
{
    /// <summary>The type token of the provider.</summary>
    public const string Provider = "pulumi:providers:kubernetes";

    private const string Package = "kubernetes:";

    /// <summary>Groups of the provider itself: charts and files, which are no objects.</summary>
    private static readonly FrozenSet<string> Overlays = new[] { "helm.sh", "kustomize", "yaml" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The groups of Kubernetes whose names have a dot (Kubernetes API reference); those of custom resources all have one.</summary>
    private static readonly FrozenSet<string> Dotted = new[]
    {
        "admissionregistration.k8s.io", "apiextensions.k8s.io", "apiregistration.k8s.io", "authentication.k8s.io", "authorization.k8s.io",
        "certificates.k8s.io", "coordination.k8s.io", "discovery.k8s.io", "events.k8s.io", "flowcontrol.apiserver.k8s.io",
        "internal.apiserver.k8s.io", "networking.k8s.io", "node.k8s.io", "rbac.authorization.k8s.io", "resource.k8s.io", "scheduling.k8s.io",
        "storage.k8s.io", "storagemigration.k8s.io",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether it is a kind of a custom resource definition.</summary>
    public bool IsCustom => Group.Contains('.', StringComparison.Ordinal) && !Dotted.Contains(Group) && !Overlays.Contains(Group);

    /// <summary>Whether it is an object of a cluster, and no chart or file.</summary>
    public bool IsObject => !Overlays.Contains(Group);

    /// <summary>The kind as people write it: <c>Deployment</c>, and <c>NodePool.karpenter.sh</c> of a custom resource.</summary>
    public string Shown => IsCustom ? $"{Kind}.{Group}" : Kind;

    /// <summary>Null for a type of another provider.</summary>
    public static KubernetesType? Of(string token)
    {
        if (!token.StartsWith(Package, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = token[Package.Length..].Split('/', ':');
        return parts.Length == 3 ? new KubernetesType(parts[0], parts[1], parts[2]) : null;
    }
}
