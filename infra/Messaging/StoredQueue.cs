using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Messaging;

/// <summary>What all queues have: a name, a key, a policy, tags.</summary>
internal static class StoredQueue
{
    public static Aws.Sqs.QueueArgs Of(
        RegionContext region, WorkloadSettings workload, QueueStore store, Output<string> keyArn, string name, string policy)
    {
        var args = new Aws.Sqs.QueueArgs { Name = name, KmsMasterKeyId = keyArn, Policy = policy, Tags = region.Tags(Belonging.To(workload)) };
        if (store.IsFifo)
        {
            args.FifoQueue = true;
        }

        return args;
    }

    /// <summary>For what nobody could process or deliver: it waits for people as long as SQS keeps anything.</summary>
    public static Aws.Sqs.QueueArgs Kept(
        RegionContext region, WorkloadSettings workload, QueueStore store, Output<string> keyArn, string name, string policy)
    {
        var args = Of(region, workload, store, keyArn, name, policy);
        args.MessageRetentionSeconds = (int)QueueTimes.Longest.TotalSeconds;
        return args;
    }
}
