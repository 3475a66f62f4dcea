namespace DrInfra.Infra.Permissions;

/// <summary>The role with which a network writes its flow logs.</summary>
public static class FlowLogsRole
{
    /// <summary>The trust policy.</summary>
    public static string TrustPolicy(string accountId) => Trust.For("vpc-flow-logs.amazonaws.com", accountId);

    /// <summary>The document.</summary>
    public static string Policy(string logGroupArn) => PolicyDocument.Of(new Statement
    {
        Sid = "WriteFlowLogs",
        Action = Actions.Sorted([.. Actions.WriteLogs, "logs:DescribeLogStreams"]),
        Resource = [logGroupArn, $"{logGroupArn}:*"],
    });
}
