namespace DrInfra.Infra.Settings;

/// <summary>What the replicator of a stream has to know of the cluster that it reads, which the other stack declares.</summary>
/// <param name="ClusterArn">The cluster's ARN.</param>
/// <param name="SubnetIds">The subnets that the cluster is in.</param>
public sealed record StreamSource(string ClusterArn, IReadOnlyList<string> SubnetIds);
