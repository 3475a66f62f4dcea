namespace DrInfra.Infra.Permissions;

/// <summary>
/// The policy that lets DataSync write into a log group.
/// https://docs.aws.amazon.com/datasync/latest/userguide/configure-logging.html
/// </summary>
public static class CopyLogPolicy
{
    /// <summary>The document.</summary>
    public static string Of(string accountId, string region, string logGroupArn) => PolicyDocument.Of(new Statement
    {
        Sid = "CopiesAreLogged",
        Principal = new() { ["Service"] = ["datasync.amazonaws.com"] },
        Action = Actions.WriteLogs,
        Resource = [$"{logGroupArn}:*"],
        Condition = new()
        {
            ["ArnLike"] = new() { ["aws:SourceArn"] = [$"arn:aws:datasync:{region}:{accountId}:task/*"] },
            ["StringEquals"] = new() { ["aws:SourceAccount"] = [accountId] },
        },
    });
}
