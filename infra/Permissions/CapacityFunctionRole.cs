using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>The role of the function that a plan calls: it reads the manifest and adds servers.</summary>
public static class CapacityFunctionRole
{
    /// <summary>The trust policy.</summary>
    public static string TrustPolicy(string accountId) => Trust.For("lambda.amazonaws.com", accountId);

    /// <summary>The document.</summary>
    public static string Policy(PairIdentity pair, string workload, string region, string logGroupName)
    {
        var groupName = pair.Names.AutoScalingGroup(workload, region);
        return PolicyDocument.Of(
            Statements.ReadTheManifest(pair, workload, region),
            new Statement
            {
                // The part of the ARN before the name is random.
                Sid = "AddServers",
                Action = ["autoscaling:SetDesiredCapacity"],
                Resource = [$"arn:aws:autoscaling:{region}:{pair.AccountId}:autoScalingGroup:*:autoScalingGroupName/{groupName}"],
            },
            new Statement
            {
                // Neither action takes a resource: https://docs.aws.amazon.com/service-authorization/latest/reference/
                // list_amazonec2autoscaling.html and list_awselasticloadbalancingv2.html.
                Sid = "AnyGroupsAndTargetsAreRead",
                Action = ["autoscaling:DescribeAutoScalingGroups", "elasticloadbalancing:DescribeTargetHealth"],
                Resource = ["*"],
            },
            new Statement
            {
                Sid = "WriteLogs",
                Action = Actions.WriteLogs,
                Resource = [$"{Arns.LogGroup(region, pair.AccountId, logGroupName)}:*"],
            });
    }
}
