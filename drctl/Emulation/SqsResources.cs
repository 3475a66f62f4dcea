using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Drctl.Emulation;

internal static class SqsResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(SqsTypes.Queue, CreateQueue),
        new(SqsTypes.RedriveAllowPolicy, CreateRedriveAllowPolicy),
    ];

    private static EmulatedResource CreateQueue(EmulationRequest request)
    {
        var fifo = request.Flag("fifoQueue");
        var name = request.PhysicalName();
        if (fifo && !request.Inputs.ContainsKey("name"))
        {
            name += ".fifo";
        }

        // SQS API, CreateQueue (QueueName): a FIFO queue's name ends so, and no other's does.
        if (fifo != name.EndsWith(".fifo", StringComparison.Ordinal))
        {
            throw request.Refuse("name", name, $"fifoQueue is {(fifo ? "on" : "off")}: exactly the names of FIFO queues end with .fifo.");
        }

        var url = $"https://sqs.{request.Region}.{request.DnsSuffix}/{request.AccountId}/{name}";
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("namePrefix", request.Text("namePrefix") ?? string.Empty)
            .Set("arn", request.Arn("sqs", name))
            .Set("url", url)
            .Default("messageRetentionSeconds", 345_600)
            .Default("visibilityTimeoutSeconds", 30)
            .Default("delaySeconds", 0)
            .Default("receiveWaitTimeSeconds", 0)
            .Default("maxMessageSize", 1_048_576)
            .Default("kmsDataKeyReusePeriodSeconds", 300)
            .Default("sqsManagedSseEnabled", !request.Inputs.ContainsKey("kmsMasterKeyId"))
            .Default("deduplicationScope", fifo ? "queue" : string.Empty)
            .Default("fifoThroughputLimit", fifo ? "perQueue" : string.Empty)
            .EmptyTexts("policy", "redrivePolicy", "redriveAllowPolicy")
            .Off("contentBasedDeduplication", "fifoQueue")
            .Tagged()
            .WithId(url);
    }

    private static EmulatedResource CreateRedriveAllowPolicy(EmulationRequest request) =>
        EmulatedOutputs.InRegion(request).WithId(request.Text("queueUrl"));
}
