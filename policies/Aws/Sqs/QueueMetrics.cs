namespace DrInfra.Policies.Aws.Sqs;

/// <summary>The metrics of queues that alarms are on.</summary>
internal static class QueueMetrics
{
    public const string Age = "ApproximateAgeOfOldestMessage";
    public const string Visible = "ApproximateNumberOfMessagesVisible";
    public const string Sent = "NumberOfMessagesSent";
}
