using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Stacks;

/// <summary>
/// Statements of key policies for services that use a key on their own. In a key's policy <c>*</c> is the key itself.
/// </summary>
internal static class KeyUsers
{
    /// <summary>CloudWatch Logs, for the log groups of the account and Region.</summary>
    public static Statement Logs(RegionContext region) => new()
    {
        Sid = "UsedByLogs",
        Principal = new() { ["Service"] = [$"logs.{region.Region}.amazonaws.com"] },
        Action = ["kms:Decrypt", "kms:DescribeKey", "kms:Encrypt", "kms:GenerateDataKey", "kms:ReEncryptFrom", "kms:ReEncryptTo"],
        Resource = ["*"],
        Condition = new()
        {
            ["ArnLike"] = new() { ["kms:EncryptionContext:aws:logs:arn"] = [Arns.LogGroup(region.Region, region.AccountId, "*")] },
        },
    };

    /// <summary>What publishes to an encrypted topic: alarms and AWS Backup, for the sake of this account.</summary>
    public static Statement Alerts(RegionContext region) => new()
    {
        Sid = "UsedByPublishers",
        Principal = new() { ["Service"] = ["backup.amazonaws.com", "cloudwatch.amazonaws.com"] },
        Action = ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource = ["*"],
        Condition = new() { ["StringEquals"] = new() { ["aws:SourceAccount"] = [region.AccountId] } },
    };

    /// <summary>
    /// EventBridge, which publishes to an encrypted topic. Conditions on the source are not supported there
    /// (https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html); the topic's own policy has them.
    /// </summary>
    public static Statement Events { get; } = new()
    {
        Sid = "UsedByEvents",
        Principal = new() { ["Service"] = ["events.amazonaws.com"] },
        Action = ["kms:Decrypt", "kms:GenerateDataKey"],
        Resource = ["*"],
    };
}
