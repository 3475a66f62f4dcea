using Pulumi;

namespace DrInfra.Tests;

/// <summary>A custom resource as programs define them.</summary>
internal sealed class ClusterObject(string name, ClusterObjectArgs args, CustomResourceOptions? options = null)
    : Pulumi.Kubernetes.ApiExtensions.CustomResource(name, args, options);
