using Pulumi;
using Pulumi.Kubernetes.ApiExtensions;

namespace DrInfra.Tests.Sdk.Providers;

internal sealed class CephClusterArgs() : CustomResourceArgs("ceph.rook.io/v1", "CephCluster")
{
    [Input("spec")]
    private InputMap<object>? _spec;

    public InputMap<object> Spec
    {
        get => _spec ??= new InputMap<object>();
        set => _spec = value;
    }
}
