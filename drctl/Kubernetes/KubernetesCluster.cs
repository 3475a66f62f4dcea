namespace DrInfra.Drctl.Kubernetes;

/// <summary>The cluster that a Kubernetes provider of a graph puts its objects into.</summary>
/// <param name="Name">The cluster's name; the provider's where nothing names the cluster.</param>
/// <param name="Region">Null where nothing says it.</param>
/// <param name="Identity">What the provider calls its cluster (<c>clusterIdentifier</c>); null where it does not say.</param>
internal sealed record KubernetesCluster(string Name, string? Region, string? Identity);
