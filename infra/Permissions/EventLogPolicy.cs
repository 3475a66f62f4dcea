namespace DrInfra.Infra.Permissions;

/// <summary>
/// The policy that lets EventBridge write into a log group.
/// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-use-resource-based.html#eb-cloudwatchlogs-permissions
/// </summary>
public static class EventLogPolicy
{
    /// <summary>The document.</summary>
    public static string Of(string logGroupArn) => PolicyDocument.Of(new Statement
    {
        Sid = "EventsAreKept",
        Principal = new() { ["Service"] = ["delivery.logs.amazonaws.com", "events.amazonaws.com"] },
        Action = Actions.WriteLogs,
        Resource = [$"{logGroupArn}:*"],
    });
}
