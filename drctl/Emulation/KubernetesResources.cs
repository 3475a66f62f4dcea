using System.Collections.Immutable;
using DrInfra.Drctl.Kubernetes;
using static DrInfra.Drctl.Emulation.Wire;

namespace DrInfra.Drctl.Emulation;

/// <summary>
/// Objects of Kubernetes as an API server returns them, without what only a running cluster knows (status, addresses). Ids and names as the
/// Pulumi provider makes them: <c>namespace/name</c>, and the logical name with eight hexadecimal digits where none is stated.
/// </summary>
internal static class KubernetesResources
{
    private const string DefaultNamespace = "default";

    // Kubernetes API reference, the defaults of each kind's fields.
    private static readonly KubernetesKind[] Kinds =
    [
        new("kubernetes:apps/v1:Deployment")
        {
            SpecDefaults = Map(
                ("replicas", 1),
                ("revisionHistoryLimit", 10),
                ("progressDeadlineSeconds", 600),
                ("strategy", Map(("type", "RollingUpdate"), ("rollingUpdate", Map(("maxSurge", "25%"), ("maxUnavailable", "25%")))))),
        },
        new("kubernetes:autoscaling/v2:HorizontalPodAutoscaler") { SpecDefaults = Map(("minReplicas", 1)) },
        new("kubernetes:batch/v1:CronJob")
        {
            SpecDefaults = Map(("concurrencyPolicy", "Allow"), ("suspend", false), ("successfulJobsHistoryLimit", 3), ("failedJobsHistoryLimit", 1)),
        },
        new("kubernetes:core/v1:ConfigMap"),
        new("kubernetes:core/v1:LimitRange"),
        new("kubernetes:core/v1:Namespace", Namespaced: false) { SpecDefaults = Map(("finalizers", ImmutableArray.Create<object>("kubernetes"))) },
        new("kubernetes:core/v1:ResourceQuota"),
        new("kubernetes:core/v1:Service")
        {
            SpecDefaults = Map(("type", "ClusterIP"), ("sessionAffinity", "None"), ("internalTrafficPolicy", "Cluster")),
        },
        new("kubernetes:core/v1:ServiceAccount"),
        new("kubernetes:networking.k8s.io/v1:NetworkPolicy"),
        new("kubernetes:policy/v1:PodDisruptionBudget"),
        new("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", Namespaced: false),
        new("kubernetes:rbac.authorization.k8s.io/v1:ClusterRoleBinding", Namespaced: false),
        new("kubernetes:rbac.authorization.k8s.io/v1:Role"),
        new("kubernetes:rbac.authorization.k8s.io/v1:RoleBinding"),
        new("kubernetes:scheduling.k8s.io/v1:PriorityClass", Namespaced: false) { Defaults = Map(("preemptionPolicy", "PreemptLowerPriority")) },
        new("kubernetes:storage.k8s.io/v1:StorageClass", Namespaced: false)
        {
            Defaults = Map(("reclaimPolicy", "Delete"), ("volumeBindingMode", "Immediate")),
        },
    ];

    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        .. Kinds.Select(kind => new EmulatedType(kind.Type, request => Create(request, kind), IdentityScope.Cluster)),
        new EmulatedType("kubernetes:helm.sh/v3:Release", Release, IdentityScope.Cluster),
    ];

    /// <summary>A kind that a custom resource definition brings; null for any other type.</summary>
    public static EmulatedType? Custom(string token) =>
        KubernetesType.Of(token) is { IsCustom: true } ? new EmulatedType(token, CreateCustom, IdentityScope.Cluster) : null;

    // Whether its kind is namespaced the definition says, which is not at hand: it is where the object states a namespace.
    private static EmulatedResource CreateCustom(EmulationRequest request) =>
        Create(request, new KubernetesKind(request.Type, Namespaced: request.Map("metadata")?.ContainsKey("namespace") == true));

    private static EmulatedResource Create(EmulationRequest request, KubernetesKind kind)
    {
        var metadata = Metadata(request, kind);
        KubernetesChecks.Check(request, (string)metadata["name"]);
        var outputs = EmulatedOutputs.Of(request).Set("metadata", metadata);
        foreach (var (name, value) in kind.Defaults)
        {
            outputs.Default(name, value);
        }

        if (kind.SpecDefaults.Count > 0)
        {
            outputs.Set("spec", Over(kind.SpecDefaults, request.Map("spec")));
        }

        return outputs.WithId(kind.Namespaced ? $"{metadata["namespace"]}/{metadata["name"]}" : (string)metadata["name"]);
    }

    // What a chart makes, only Helm tells: the release itself is named, and its objects stay unknown.
    private static EmulatedResource Release(EmulationRequest request)
    {
        var name = request.Text("name") ?? $"{request.Name}-{request.Hex(8, "autoname")}";
        var space = request.Text("namespace") ?? DefaultNamespace;
        return EmulatedOutputs.Of(request).Set("name", name).Set("namespace", space).WithId($"{space}/{name}");
    }

    private static ImmutableDictionary<string, object> Metadata(EmulationRequest request, KubernetesKind kind)
    {
        var given = Over(EmptyMap, request.Map("metadata"));
        var metadata = given.SetItem("uid", request.Uuid("uid"));
        if (kind.Namespaced)
        {
            metadata = metadata.SetItem("namespace", given.GetValueOrDefault("namespace") ?? DefaultNamespace);
        }

        if (given.GetValueOrDefault("name") is not string name)
        {
            // The provider marks the names that it made, to keep them.
            name = given.GetValueOrDefault("generateName") is string prefix ? prefix + request.Hex(5, "generateName")
                : $"{request.Name}-{request.Hex(8, "autoname")}";
            metadata = given.ContainsKey("generateName") ? metadata.SetItem("name", name)
                : metadata.SetItem("name", name).SetItem("annotations", With(given, "annotations", "pulumi.com/autonamed", "true"));
        }

        // The label by which network policies select a namespace.
        return request.Type == "kubernetes:core/v1:Namespace"
            ? metadata.SetItem("labels", With(given, "labels", "kubernetes.io/metadata.name", name))
            : metadata;
    }

    private static ImmutableDictionary<string, object> With(ImmutableDictionary<string, object> metadata, string property, string key, string value) =>
        Over(EmptyMap, EmulationRequest.AsMap(metadata.GetValueOrDefault(property))).SetItem(key, value);
}
