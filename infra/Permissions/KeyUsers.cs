using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// Statements of key policies for services that use a key on their own. In a key's policy <c>*</c> is the key itself.
/// </summary>
public static class KeyUsers
{
    /// <summary>
    /// EventBridge, which publishes to an encrypted topic. Conditions on the source are not supported there
    /// (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html); the topic's own policy has them.
    /// </summary>
    public static Statement Events { get; } = new()
    {
        Sid = "UsedByEvents",
        Principal = new() { ["Service"] = ["events.amazonaws.com"] },
        Action = Actions.UseKey,
        Resource = ["*"],
    };

    /// <summary>CloudWatch Logs, for the log groups of the account and Region.</summary>
    public static Statement Logs(string region, string accountId) => new()
    {
        Sid = "UsedByLogs",
        Principal = new() { ["Service"] = [$"logs.{region}.amazonaws.com"] },
        Action = Actions.UseAndSeeKey,
        Resource = ["*"],
        Condition = new()
        {
            ["ArnLike"] = new() { ["kms:EncryptionContext:aws:logs:arn"] = [Arns.LogGroup(region, accountId, "*")] },
        },
    };

    /// <summary>What publishes to an encrypted topic: alarms and AWS Backup, for the sake of this account.</summary>
    public static Statement Alerts(string accountId) => new()
    {
        Sid = "UsedByPublishers",
        Principal = new() { ["Service"] = ["backup.amazonaws.com", "cloudwatch.amazonaws.com"] },
        Action = Actions.UseKey,
        Resource = ["*"],
        Condition = new() { ["StringEquals"] = new() { ["aws:SourceAccount"] = [accountId] } },
    };

    /// <summary>
    /// Auto Scaling, for the volumes of servers: its service-linked role has no policy that could be allowed
    /// (https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html).
    /// The role is named by a condition, since an account without an Auto Scaling group has none yet, and a principal that does not
    /// exist is refused.
    /// </summary>
    public static IReadOnlyList<Statement> Volumes(string accountId)
    {
        Dictionary<string, Dictionary<string, string[]>> ByAutoScaling() => new()
        {
            ["ArnEquals"] = new() { ["aws:PrincipalArn"] = [Arns.Role(accountId, "aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling")] },
            ["StringEquals"] = new() { ["kms:CallerAccount"] = [accountId] },
        };
        return
        [
            new()
            {
                Sid = "UsedByAutoScaling",
                Principal = new() { ["AWS"] = ["*"] },
                Action = Actions.Sorted([.. Actions.UseKeyInEveryWay, "kms:DescribeKey"]),
                Resource = ["*"],
                Condition = ByAutoScaling(),
            },
            new()
            {
                Sid = "GrantedByAutoScalingToVolumes",
                Principal = new() { ["AWS"] = ["*"] },
                Action = ["kms:CreateGrant"],
                Resource = ["*"],
                Condition = new(ByAutoScaling()) { ["Bool"] = new() { ["kms:GrantIsForAWSResource"] = ["true"] } },
            },
        ];
    }
}
