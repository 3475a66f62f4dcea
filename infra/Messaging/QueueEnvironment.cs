using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Messaging;

/// <summary>What pods are told of the queues of their workload: those of their own Region.</summary>
public static class QueueEnvironment
{
    /// <summary>Consumers of a workload with a database: in the standby Region it cannot be written, so no message can be processed there.</summary>
    public const string WhileWritable = "while-database-is-writable";

    /// <summary>Consumers of a workload that writes in both Regions, or that a gate keeps to one.</summary>
    public const string Always = "always";

    /// <summary>The variables, by name.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="region">The Region that the pods run in.</param>
    /// <param name="gated">Whether the pods run in one Region at a time anyway.</param>
    public static IEnumerable<(string Name, string Value)> Of(PairIdentity pair, WorkloadSettings workload, string region, bool gated)
    {
        foreach (var queue in workload.Queues)
        {
            string Named(string part) => $"QUEUE_{VariableName.Of(queue.Name)}_{part}";
            yield return (Named("URL"), Url(pair, workload, queue, region));
            if (queue.InBothRegions)
            {
                yield return (Named("TOPIC_ARN"), Topic(pair, workload, queue, region));
            }

            if (queue.DeduplicateBy is { } attribute)
            {
                yield return (Named("DEDUPLICATE_BY"), attribute);
            }

            yield return (Named("CONSUME"), workload.Databases.Any() && !gated ? WhileWritable : Always);
        }
    }

    /// <summary>Where clients of a Region find a queue, for the stack's outputs.</summary>
    public static Dictionary<string, object?> Addresses(PairIdentity pair, WorkloadSettings workload, QueueStore queue, string region)
    {
        var addresses = new Dictionary<string, object?> { ["queueUrl"] = Url(pair, workload, queue, region) };
        if (queue.InBothRegions)
        {
            addresses["topicArn"] = Topic(pair, workload, queue, region);
        }

        return addresses;
    }

    /// <summary>The URL of a Region's queue.</summary>
    public static string Url(PairIdentity pair, WorkloadSettings workload, QueueStore queue, string region) =>
        $"https://sqs.{region}.amazonaws.com/{pair.AccountId}/{pair.Names.Queue(workload.Name, queue, region)}";

    /// <summary>The ARN of the topic that feeds the queues of both Regions.</summary>
    public static string Topic(PairIdentity pair, WorkloadSettings workload, QueueStore queue, string region) =>
        Arns.Topic(region, pair.AccountId, pair.Names.QueueTopic(workload.Name, queue, region));
}
