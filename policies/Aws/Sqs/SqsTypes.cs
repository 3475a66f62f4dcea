namespace DrInfra.Policies.Aws.Sqs;

/// <summary>Type tokens of the provider's module <c>aws:sqs</c>.</summary>
public static class SqsTypes
{
    public const string Queue = "aws:sqs/queue:Queue";
    public const string QueuePolicy = "aws:sqs/queuePolicy:QueuePolicy";
    public const string RedriveAllowPolicy = "aws:sqs/redriveAllowPolicy:RedriveAllowPolicy";
    public const string RedrivePolicy = "aws:sqs/redrivePolicy:RedrivePolicy";
}
