using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

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

    /// <summary>
    /// What brings the logs of state machines under this key to CloudWatch Logs
    /// (https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html).
    /// </summary>
    public static Statement LogDelivery(string region, string accountId) => new()
    {
        Sid = "UsedByLogDelivery",
        Principal = new() { ["Service"] = ["delivery.logs.amazonaws.com"] },
        Action = ["kms:Decrypt"],
        Resource = ["*"],
        Condition = new()
        {
            ["StringEquals"] = new() { ["aws:SourceAccount"] = [accountId] },
            ["StringLike"] = new() { ["aws:SourceArn"] = [$"arn:aws:logs:{region}:{accountId}:*"] },
        },
    };

    /// <summary>What publishes to an encrypted topic: alarms and AWS Backup, for the sake of this account.</summary>
    public static Statement Alerts(string accountId) => Publishers(accountId, "backup.amazonaws.com", "cloudwatch.amazonaws.com");

    /// <summary>The same, where only alarms publish.</summary>
    public static Statement Alarms(string accountId) => Publishers(accountId, "cloudwatch.amazonaws.com");

    /// <summary>SNS, which puts the messages of these topics into encrypted queues of a Region.</summary>
    public static Statement Topics(PairIdentity pair, WorkloadSettings workload, string region) => new()
    {
        Sid = "UsedByTopics",
        Principal = new() { ["Service"] = SnsPrincipal.Of(pair.Regions, region) },
        Action = Actions.UseKey,
        Resource = ["*"],
        Condition = new()
        {
            ["ArnEquals"] = new()
            {
                ["aws:SourceArn"] = [.. workload.Queues.Where(queue => queue.InBothRegions).SelectMany(queue => QueuePolicy.Topics(pair, workload, queue))],
            },
            ["StringEquals"] = new() { ["aws:SourceAccount"] = [pair.AccountId] },
        },
    };

    private static Statement Publishers(string accountId, params string[] services) => new()
    {
        Sid = "UsedByPublishers",
        Principal = new() { ["Service"] = services },
        Action = Actions.UseKey,
        Resource = ["*"],
        Condition = new() { ["StringEquals"] = new() { ["aws:SourceAccount"] = [accountId] } },
    };
}
