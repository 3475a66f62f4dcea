using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// The policies of queues and of the topics that feed them. Pods are let in by their role; a policy lets in SNS, which has none, for the topics of
/// this queue alone, and nobody without TLS.
/// </summary>
public static class QueuePolicy
{
    /// <summary>The topics that feed a queue, of both Regions.</summary>
    public static string[] Topics(PairIdentity pair, WorkloadSettings workload, QueueStore queue) =>
    [
        .. new[] { pair.Regions.Primary, pair.Regions.Standby }
            .Select(region => Arns.Topic(region, pair.AccountId, pair.Names.QueueTopic(workload.Name, queue, region))),
    ];

    /// <summary>Of a Region's queue.</summary>
    public static string OfQueue(PairIdentity pair, WorkloadSettings workload, QueueStore queue, string region)
    {
        var arn = Arns.Queue(region, pair.AccountId, pair.Names.Queue(workload.Name, queue, region));
        return queue.InBothRegions
            ? PolicyDocument.Of(Fed(pair, SnsPrincipal.Of(pair.Regions, region), Topics(pair, workload, queue), arn), OnlyTls(arn))
            : PolicyDocument.Of(OnlyTls(arn));
    }

    /// <summary>Of the queue of dead letters, which SQS itself fills.</summary>
    public static string OfDeadLetters(PairIdentity pair, WorkloadSettings workload, QueueStore queue, string region) =>
        PolicyDocument.Of(OnlyTls(Arns.Queue(region, pair.AccountId, pair.Names.DeadLetterQueue(workload.Name, queue, region))));

    /// <summary>Of the queue for what the topic of the same Region cannot deliver.</summary>
    public static string OfUndelivered(PairIdentity pair, WorkloadSettings workload, QueueStore queue, string region)
    {
        var arn = Arns.Queue(region, pair.AccountId, pair.Names.UndeliveredQueue(workload.Name, queue, region));
        var topic = Arns.Topic(region, pair.AccountId, pair.Names.QueueTopic(workload.Name, queue, region));
        return PolicyDocument.Of(Fed(pair, [SnsPrincipal.Of(region, region)], [topic], arn), OnlyTls(arn));
    }

    /// <summary>Of a Region's topic. Who publishes may do so by the role's own policy.</summary>
    public static string OfTopic(string topicArn) => PolicyDocument.Of(Statements.RefusePlainHttp("sns:Publish", topicArn));

    private static Statement Fed(PairIdentity pair, string[] principals, string[] topics, string queueArn) => new()
    {
        Sid = "FedByTopics",
        Principal = new() { ["Service"] = principals },
        Action = ["sqs:SendMessage"],
        Resource = [queueArn],
        Condition = new()
        {
            ["ArnEquals"] = new() { ["aws:SourceArn"] = topics },
            ["StringEquals"] = new() { ["aws:SourceAccount"] = [pair.AccountId] },
        },
    };

    private static Statement OnlyTls(string queueArn) => Statements.RefusePlainHttp("sqs:*", queueArn);
}
