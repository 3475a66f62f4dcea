using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// What the pods of a workload may do with its queues, in their own Region alone: receive from its queue, and send. What both Regions have to hold
/// goes to the topic: nobody may send to such a queue past it.
/// </summary>
internal static class QueueAccess
{
    public static IEnumerable<Statement> Of(PairIdentity pair, WorkloadSettings workload, string region)
    {
        string QueueArn(QueueStore queue) => Arns.Queue(region, pair.AccountId, pair.Names.Queue(workload.Name, queue, region));
        var alias = pair.Names.KeyAlias(workload.Name, KeyParts.Queues, region);
        yield return new()
        {
            Sid = "ReceiveMessages",
            Action = ["sqs:ChangeMessageVisibility", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:GetQueueUrl", "sqs:ReceiveMessage"],
            Resource = [.. workload.Queues.Select(QueueArn)],
        };
        yield return Statements.UseKey("UseTheKeyOfQueues", Actions.UseKey, alias, pair, region, "sqs");
        QueueStore[] inOne = [.. workload.Queues.Where(queue => !queue.InBothRegions)];
        QueueStore[] inBoth = [.. workload.Queues.Where(queue => queue.InBothRegions)];
        if (inOne.Length > 0)
        {
            yield return new() { Sid = "SendMessages", Action = ["sqs:SendMessage"], Resource = [.. inOne.Select(QueueArn)] };
        }

        if (inBoth.Length > 0)
        {
            yield return new()
            {
                Sid = "PublishMessages",
                Action = ["sns:Publish"],
                Resource = [.. inBoth.Select(queue => Arns.Topic(region, pair.AccountId, pair.Names.QueueTopic(workload.Name, queue, region)))],
            };
            yield return Statements.UseKey("UseTheKeyOfTopics", Actions.UseKey, alias, pair, region, "sns");
        }
    }
}
