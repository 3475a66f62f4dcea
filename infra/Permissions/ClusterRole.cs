using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// The role of a cluster in Auto Mode (https://docs.aws.amazon.com/eks/latest/userguide/auto-cluster-iam-role.html), and what its
/// managed policies leave out: tags of our own on nodes and volumes, and our key for them.
/// </summary>
public static class ClusterRole
{
    // Conditions of the user guide's own example: only what this cluster makes.
    private const string ClusterTag = "aws:RequestTag/eks:eks-cluster-name";
    private const string OfThisCluster = "${aws:PrincipalTag/eks:eks-cluster-name}";

    /// <summary>The trust policy. Auto Mode tags its sessions with the cluster's name, which the managed policies check.</summary>
    public static string TrustPolicy { get; } = Trust.ForTaggedSessions("eks.amazonaws.com");

    /// <summary>The policies that AWS writes for it.</summary>
    public static IReadOnlyList<string> ManagedPolicies { get; } =
    [
        .. new[]
        {
            "AmazonEKSBlockStoragePolicy", "AmazonEKSClusterPolicy", "AmazonEKSComputePolicy", "AmazonEKSLoadBalancingPolicy", "AmazonEKSNetworkingPolicy",
        }.Select(Permissions.ManagedPolicies.Arn),
    ];

    /// <summary>The document of what they leave out.</summary>
    public static string Policy(PairIdentity pair, string region) => PolicyDocument.Of(
    [
        new Statement
        {
            // Nothing of it has an ARN before it is made.
            Sid = "TagNodes",
            Action = ["ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:RunInstances"],
            Resource = ["*"],
            Condition = new()
            {
                ["StringEquals"] = new() { [ClusterTag] = [OfThisCluster] },
                ["StringLike"] = new()
                {
                    ["aws:RequestTag/eks:kubernetes-node-class-name"] = ["*"],
                    ["aws:RequestTag/eks:kubernetes-node-pool-name"] = ["*"],
                },
            },
        },
        new Statement
        {
            Sid = "TagVolumes",
            Action = ["ec2:CreateSnapshot", "ec2:CreateVolume"],
            Resource = [$"arn:aws:ec2:{region}:*:snapshot/*", $"arn:aws:ec2:{region}:*:volume/*"],
            Condition = new() { ["StringEquals"] = new() { [ClusterTag] = [OfThisCluster] } },
        },
        .. VolumeKey.Use(pair, region),
    ]);
}
