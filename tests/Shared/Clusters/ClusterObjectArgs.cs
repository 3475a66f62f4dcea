using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace DrInfra.Tests;

/// <summary>Arguments of a custom resource of any kind.</summary>
internal sealed class ClusterObjectArgs(string apiVersion, string kind) : CustomResourceArgs(apiVersion, kind)
{
    [Input("spec")]
    private InputMap<object>? _spec;

    public InputMap<object> Spec
    {
        get => _spec ??= new InputMap<object>();
        set => _spec = value;
    }
}
