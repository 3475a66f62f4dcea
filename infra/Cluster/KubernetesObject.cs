using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace DrInfra.Infra.Cluster;

/// <summary>The arguments of an object of a kind that a controller brings.</summary>
/// <param name="apiVersion">Group and version, for example <c>karpenter.sh/v1</c>.</param>
/// <param name="kind">For example <c>NodePool</c>.</param>
public sealed class KubernetesObjectArgs(string apiVersion, string kind) : CustomResourceArgs(apiVersion, kind)
{
    [Input("spec")]
    private InputMap<object>? _spec;

    /// <summary>What is wanted, as the kind's schema has it.</summary>
    public InputMap<object> Spec
    {
        get => _spec ??= new InputMap<object>();
        set => _spec = value;
    }
}

/// <summary>An object of a kind that a controller brings; its type is <c>kubernetes:{apiVersion}:{kind}</c>.</summary>
public sealed class KubernetesObject(string name, KubernetesObjectArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options)
{
    /// <summary>The metadata of an object.</summary>
    public static ObjectMetaArgs Named(string name, IReadOnlyDictionary<string, string> labels, string? inNamespace = null)
    {
        var metadata = new ObjectMetaArgs { Name = name, Labels = labels.ToDictionary() };
        if (inNamespace is not null)
        {
            metadata.Namespace = inNamespace;
        }

        return metadata;
    }
}
