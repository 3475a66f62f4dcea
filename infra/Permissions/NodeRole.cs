namespace DrInfra.Infra.Permissions;

/// <summary>
/// The role of nodes of Auto Mode: they join the cluster and pull images
/// (https://docs.aws.amazon.com/eks/latest/userguide/auto-create-node-role.html).
/// </summary>
public static class NodeRole
{
    /// <summary>The trust policy: EC2 says nothing of a source when an instance gets its role.</summary>
    public static string TrustPolicy { get; } = Trust.WithoutSource("ec2.amazonaws.com");

    /// <summary>The policies that AWS writes for it.</summary>
    public static IReadOnlyList<string> ManagedPolicies { get; } =
        [Permissions.ManagedPolicies.Arn("AmazonEC2ContainerRegistryPullOnly"), Permissions.ManagedPolicies.Arn("AmazonEKSWorkerNodeMinimalPolicy")];
}
