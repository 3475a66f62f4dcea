using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Messaging;

/// <summary>What <see cref="QueueTopic"/> needs.</summary>
/// <param name="Region">The topic's Region.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Queue">The queue.</param>
/// <param name="KeyArn">The Region's key for the workload's queues.</param>
/// <param name="Queues">The queues of both Regions.</param>
public sealed record QueueTopicArgs(
    RegionContext Region, WorkloadSettings Workload, QueueStore Queue, Output<string> KeyArn, IReadOnlyList<RegionalQueue> Queues);

/// <summary>
/// The topic of one Region, which feeds the queues of both. What it cannot deliver goes to a queue of its own Region: SNS takes no other, whichever
/// Region the message was for (https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html).
/// </summary>
[Practices("F1", "H5")]
public sealed class QueueTopic : ComponentResource
{
    /// <summary>Declares topic, subscriptions and the queue for what stays undelivered.</summary>
    public QueueTopic(string name, QueueTopicArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:messaging:QueueTopic", name, options)
    {
        var (region, workload, store) = (args.Region, args.Workload, args.Queue);
        var (pair, here) = (region.Identity, region.Region);
        string Logical(string part) => $"{workload.Name}-{store.Name}-{part}-{here}";

        var topic = new Aws.Sns.Topic(Logical("topic"), new Aws.Sns.TopicArgs
        {
            Name = region.Names.QueueTopic(workload.Name, store, here),
            KmsMasterKeyId = args.KeyArn,
            Tags = region.Tags(Belonging.To(workload)),
        }, region.DataChild(this));
        _ = new Aws.Sns.TopicPolicy(Logical("topic-policy"), new Aws.Sns.TopicPolicyArgs
        {
            Arn = topic.Arn,
            Policy = QueuePolicy.OfTopic(QueueEnvironment.Topic(pair, workload, store, here)),
        }, region.Child(this));
        var undeliveredName = region.Names.UndeliveredQueue(workload.Name, store, here);
        var undelivered = new Aws.Sqs.Queue(
            Logical("undelivered-queue"),
            StoredQueue.Kept(region, workload, store, args.KeyArn, undeliveredName, QueuePolicy.OfUndelivered(pair, workload, store, here)),
            region.DataChild(this));
        foreach (var target in args.Queues)
        {
            _ = new Aws.Sns.TopicSubscription(Logical($"feeds-{target.Place}"), new Aws.Sns.TopicSubscriptionArgs
            {
                Topic = topic.Arn,
                Protocol = "sqs",
                Endpoint = target.QueueArn,

                // The same bytes in both queues, as producers wrote them.
                RawMessageDelivery = true,
                RedrivePolicy = JsonSerializer.Serialize(new Dictionary<string, object>
                {
                    ["deadLetterTargetArn"] = Arns.Queue(here, region.AccountId, undeliveredName),
                }),
            }, region.DataChild(this, undelivered));
        }

        Region = Output.Create(here);
        TopicArn = topic.Arn;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The topic's ARN, once it is there.</summary>
    [Output("topicArn")]
    public Output<string> TopicArn { get; private set; }
}
