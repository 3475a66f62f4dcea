using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// The role with which EMR makes the instances of a cluster and ends them: of its managed policy AmazonEMRServicePolicy_v2 what a cluster of
/// instance fleets in private subnets takes, in one Region. https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role.html
/// </summary>
public static class HadoopServiceRole
{
    /// <summary>The tag that EMR puts on all that it makes for a cluster that has it; the managed policy tells it by this one.</summary>
    public const string Tag = "for-use-with-amazon-emr-managed-policies";

    /// <summary>The value of <see cref="Tag"/>.</summary>
    public const string TagValue = "true";

    /// <summary>The trust policy.</summary>
    public static string TrustPolicy(PairIdentity pair, string region) =>
        Trust.For("elasticmapreduce.amazonaws.com", pair.AccountId, $"arn:aws:elasticmapreduce:{region}:{pair.AccountId}:*");

    /// <summary>The document.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="region">The Region.</param>
    /// <param name="nodeRole">The name of the role that instances get.</param>
    public static string Policy(PairIdentity pair, string region, string nodeRole)
    {
        string[] Own(params string[] kinds) => [.. kinds.Select(kind => $"arn:aws:ec2:{region}:{pair.AccountId}:{kind}/*")];
        return PolicyDocument.Of(
        [
            new()
            {
                // A network that was there before has no tags of ours.
                Sid = "MakeInstancesInSubnets",
                Action = ["ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion", "ec2:CreateNetworkInterface", "ec2:RunInstances"],
                Resource = Own("subnet"),
            },
            new()
            {
                Sid = "MakeInstancesWithTheirGroups",
                Action = ["ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion", "ec2:CreateNetworkInterface", "ec2:RunInstances"],
                Resource = Own("security-group"),
                Condition = Tagged("aws:ResourceTag"),
            },
            new()
            {
                Sid = "MakeInstancesFromTemplates",
                Action = ["ec2:CreateFleet", "ec2:CreateLaunchTemplateVersion", "ec2:RunInstances"],
                Resource = Own("launch-template"),
                Condition = Tagged("aws:ResourceTag"),
            },
            new()
            {
                Sid = "MakeTaggedThings",
                Action = ["ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:CreateNetworkInterface", "ec2:RunInstances"],
                Resource = Own("instance", "launch-template", "network-interface", "volume"),
                Condition = Tagged("aws:RequestTag"),
            },
            new()
            {
                // What instances are made from, and what is made before it has tags. Images are Amazon's.
                Sid = "UseWhatHasNoTags",
                Action = ["ec2:CreateFleet", "ec2:CreateLaunchTemplate", "ec2:CreateLaunchTemplateVersion", "ec2:RunInstances"],
                Resource = [.. Own("capacity-reservation", "fleet", "network-interface"), $"arn:aws:ec2:{region}::image/ami-*"],
            },
            new()
            {
                Sid = "EndTaggedThings",
                Action =
                [
                    "ec2:CreateLaunchTemplateVersion", "ec2:DeleteLaunchTemplate", "ec2:DeleteNetworkInterface", "ec2:DeleteVolume",
                    "ec2:ModifyInstanceAttribute", "ec2:TerminateInstances",
                ],
                Resource = Own("instance", "launch-template", "network-interface", "volume"),
                Condition = Tagged("aws:ResourceTag"),
            },
            new()
            {
                Sid = "TagWhatItMakes",
                Action = ["ec2:CreateTags"],
                Resource = Own("instance", "launch-template", "network-interface", "volume"),
                Condition = new()
                {
                    ["StringEquals"] = new() { ["ec2:CreateAction"] = ["CreateFleet", "CreateLaunchTemplate", "CreateNetworkInterface", "RunInstances"] },
                },
            },
            new()
            {
                Sid = "TagTaggedThings",
                Action = ["ec2:CreateTags", "ec2:DeleteTags"],
                Resource = Own("instance", "launch-template", "network-interface", "volume"),
                Condition = Tagged("aws:ResourceTag"),
            },
            new()
            {
                // It adds the rules that it finds missing.
                Sid = "CompleteSecurityGroups",
                Action =
                [
                    "ec2:AuthorizeSecurityGroupEgress", "ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupEgress",
                    "ec2:RevokeSecurityGroupIngress",
                ],
                Resource = Own("security-group"),
                Condition = Tagged("aws:ResourceTag"),
            },
            new()
            {
                // Lists take no resource.
                Sid = "AnyNetworkAndInstanceIsListed",
                Action =
                [
                    "ec2:DescribeAccountAttributes", "ec2:DescribeCapacityReservations", "ec2:DescribeDhcpOptions", "ec2:DescribeImages",
                    "ec2:DescribeInstanceTypeOfferings", "ec2:DescribeInstances", "ec2:DescribeLaunchTemplates", "ec2:DescribeNetworkAcls",
                    "ec2:DescribeNetworkInterfaces", "ec2:DescribeRouteTables", "ec2:DescribeSecurityGroups", "ec2:DescribeSubnets",
                    "ec2:DescribeVolumeStatus", "ec2:DescribeVolumes", "ec2:DescribeVpcAttribute", "ec2:DescribeVpcEndpoints", "ec2:DescribeVpcs",
                ],
                Resource = ["*"],
            },
            new()
            {
                Sid = "PassTheRoleOfInstances",
                Action = ["iam:PassRole"],
                Resource = [Arns.Role(pair.AccountId, nodeRole)],
                Condition = new() { ["StringEquals"] = new() { ["iam:PassedToService"] = ["ec2.amazonaws.com"] } },
            },
            .. VolumeKey.Use(pair, region),
        ]);
    }

    private static Dictionary<string, Dictionary<string, string[]>> Tagged(string key) => new()
    {
        ["StringEquals"] = new() { [$"{key}/{Tag}"] = [TagValue] },
    };
}
