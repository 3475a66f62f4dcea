using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Drctl.Emulation;

internal static class SnsResources
{
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(SnsTypes.Topic, CreateTopic),
        new(SnsTypes.TopicPolicy, CreatePolicy),
        new(SnsTypes.TopicSubscription, CreateSubscription),
    ];

    private static EmulatedResource CreateTopic(EmulationRequest request)
    {
        var fifo = request.Flag("fifoTopic");
        var name = request.PhysicalName();
        if (fifo && !request.Inputs.ContainsKey("name"))
        {
            name += ".fifo";
        }

        // SNS API, CreateTopic (Name): a FIFO topic's name ends so, and no other's does.
        if (fifo != name.EndsWith(".fifo", StringComparison.Ordinal))
        {
            throw request.Refuse("name", name, $"fifoTopic is {(fifo ? "on" : "off")}: exactly the names of FIFO topics end with .fifo.");
        }

        var arn = request.Arn("sns", name);
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", arn)
            .Set("owner", request.AccountId)
            .Set("beginningArchiveTime", string.Empty)
            .Default("policy", DefaultPolicy(request, arn))
            .Default("signatureVersion", 0)
            .EmptyTexts("displayName", "tracingConfig", "fifoThroughputScope")
            .Off("contentBasedDeduplication", "fifoTopic")
            .Tagged()
            .WithId(arn);
    }

    private static EmulatedResource CreatePolicy(EmulationRequest request)
    {
        var arn = request.Text("arn");
        return EmulatedOutputs.InRegion(request)
            .Set("owner", arn?.Split(':') is { Length: 6 } parts ? parts[4] : request.AccountId)
            .WithId(arn);
    }

    private static EmulatedResource CreateSubscription(EmulationRequest request)
    {
        var arn = request.Text("topic") is { } topic ? $"{topic}:{request.Uuid()}" : null;
        // Queues and functions confirm themselves; a person, or an endpoint that does not, has to.
        var confirmed = request.Text("protocol") is "sqs" or "lambda" or "firehose" or "sms" or "application"
            || request.Flag("endpointAutoConfirms");
        return EmulatedOutputs.InRegion(request)
            .Set("arn", arn)
            .Set("ownerId", request.AccountId)
            .Set("confirmationWasAuthenticated", confirmed)
            .Set("pendingConfirmation", !confirmed)
            .Default("confirmationTimeoutInMinutes", 1)
            .Default("filterPolicyScope", request.Inputs.ContainsKey("filterPolicy") ? "MessageAttributes" : string.Empty)
            .Off("endpointAutoConfirms", "rawMessageDelivery")
            .WithId(arn);
    }

    /// <summary>What CreateTopic gives a topic without a policy: everything, to the account that owns it.</summary>
    private static string DefaultPolicy(EmulationRequest request, string arn) =>
        """{"Version":"2008-10-17","Id":"__default_policy_ID","Statement":[{"Sid":"__default_statement_ID","Effect":"Allow","""
        + """ "Principal":{"AWS":"*"},"Action":["SNS:GetTopicAttributes","SNS:SetTopicAttributes","SNS:AddPermission","SNS:RemovePermission","""
        + """ "SNS:DeleteTopic","SNS:Subscribe","SNS:ListSubscriptionsByTopic","SNS:Publish"],"""
        + $"\"Resource\":\"{arn}\",\"Condition\":{{\"StringEquals\":{{\"AWS:SourceOwner\":\"{request.AccountId}\"}}}}}}]}}";
}
