using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Messaging;

/// <summary>What <see cref="RegionalQueue"/> needs.</summary>
/// <param name="Region">The queue's Region.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Queue">The queue.</param>
/// <param name="KeyArn">The Region's key for the workload's queues.</param>
public sealed record RegionalQueueArgs(RegionContext Region, WorkloadSettings Workload, QueueStore Queue, Output<string> KeyArn);

/// <summary>A queue of one Region, and the queue of its dead letters.</summary>
[Practices("F1")]
public sealed class RegionalQueue : ComponentResource
{
    private const int MostReceives = 5;

    /// <summary>Declares both.</summary>
    public RegionalQueue(string name, RegionalQueueArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:messaging:RegionalQueue", name, options)
    {
        var (region, workload, store) = (args.Region, args.Workload, args.Queue);
        var (pair, here) = (region.Identity, region.Region);
        string Logical(string part) => $"{workload.Name}-{store.Name}-{part}-{here}";
        string ArnOf(string queue) => Arns.Queue(here, region.AccountId, queue);

        var (queueName, deadLetterName) = (region.Names.Queue(workload.Name, store, here), region.Names.DeadLetterQueue(workload.Name, store, here));
        var deadLetters = new Aws.Sqs.Queue(
            Logical("dead-letter-queue"),
            StoredQueue.Kept(region, workload, store, args.KeyArn, deadLetterName, QueuePolicy.OfDeadLetters(pair, workload, store, here)),
            region.DataChild(this));
        var queueArgs = StoredQueue.Of(region, workload, store, args.KeyArn, queueName, QueuePolicy.OfQueue(pair, workload, store, here));
        queueArgs.MessageRetentionSeconds = (int)store.Retention.TotalSeconds;
        queueArgs.VisibilityTimeoutSeconds = (int)store.Visibility.TotalSeconds;
        queueArgs.ReceiveWaitTimeSeconds = (int)FactBook.Most("sqs-wait-allowed");
        queueArgs.RedrivePolicy = JsonSerializer.Serialize(new Dictionary<string, object>
        {
            ["deadLetterTargetArn"] = ArnOf(deadLetterName),
            ["maxReceiveCount"] = MostReceives,
        });

        // SQS refuses a target that is not there.
        var queue = new Aws.Sqs.Queue(Logical("queue"), queueArgs, region.DataChild(this, deadLetters));
        _ = new Aws.Sqs.RedriveAllowPolicy(Logical("dead-letter-sources"), new Aws.Sqs.RedriveAllowPolicyArgs
        {
            QueueUrl = deadLetters.Url,
            RedriveAllowPolicyName = JsonSerializer.Serialize(new Dictionary<string, object>
            {
                ["redrivePermission"] = "byQueue",
                ["sourceQueueArns"] = new[] { ArnOf(queueName) },
            }),
        }, region.Child(this, queue));

        Place = here;
        Region = Output.Create(here);
        QueueArn = queue.Arn;
        RegisterOutputs();
    }

    /// <summary>The Region's name, known before the deployment.</summary>
    public string Place { get; }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The queue's ARN, once it is there.</summary>
    [Output("queueArn")]
    public Output<string> QueueArn { get; private set; }
}
