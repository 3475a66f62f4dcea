using Pulumi;

namespace DrInfra.Tests.Sdk.Providers;

/// <summary>A custom resource as programs define them.</summary>
internal sealed class CephCluster(string name, CephClusterArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
