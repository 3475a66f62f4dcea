namespace DrInfra.Infra.Permissions;

/// <summary>
/// What EKS lets a role do in a cluster: policies that AWS writes and keeps
/// (https://docs.aws.amazon.com/eks/latest/userguide/access-policy-permissions.html).
/// </summary>
public static class AccessPolicies
{
    /// <summary>Everything.</summary>
    public const string Administrator = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy";

    /// <summary>Reading everything, secrets included: a preview compares with what is there.</summary>
    public const string Viewer = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAdminViewPolicy";

    /// <summary>What a node of Auto Mode does.</summary>
    public const string AutoNode = "arn:aws:eks::aws:cluster-access-policy/AmazonEKSAutoNodePolicy";

    /// <summary>
    /// What Region switch does when it raises capacity: it reads and writes the scale of a deployment, and patches its autoscaler
    /// (https://docs.aws.amazon.com/r53recovery/latest/dg/eks-resource-scaling-block.html).
    /// </summary>
    public const string RegionSwitchScaling = "arn:aws:eks::aws:cluster-access-policy/AmazonARCRegionSwitchScalingPolicy";
}
