namespace DrInfra.Infra.Permissions;

/// <summary>The trust policies of roles that a service assumes.</summary>
internal static class Trust
{
    /// <summary>For the sake of this account only.</summary>
    /// <param name="service">For example <c>s3.amazonaws.com</c>.</param>
    /// <param name="accountId">The account.</param>
    /// <param name="sourceArn">What the service acts for; null where the service does not say.</param>
    public static string For(string service, string accountId, string? sourceArn = null)
    {
        var conditions = new Dictionary<string, Dictionary<string, string[]>>
        {
            ["StringEquals"] = new() { ["aws:SourceAccount"] = [accountId] },
        };
        if (sourceArn is not null)
        {
            conditions["ArnLike"] = new() { ["aws:SourceArn"] = [sourceArn] };
        }

        return Of("AssumedByService", service, conditions);
    }

    /// <summary>
    /// Of a service that does not say for whom it assumes the role. A role can be passed to a service within its own account only, so no other
    /// account's resource gets it.
    /// </summary>
    public static string WithoutSource(string service, string sid = "AssumedByService") => Of(sid, service, null);

    /// <summary>Of a service that says in tags of its session for whom it acts: a cluster, or a pod.</summary>
    public static string ForTaggedSessions(string service) => Of("AssumedByService", service, null, "sts:TagSession");

    private static string Of(
        string sid, string service, Dictionary<string, Dictionary<string, string[]>>? conditions, params string[] further) => PolicyDocument.Of(new Statement
    {
        Sid = sid,
        Action = ["sts:AssumeRole", .. further],
        Principal = new() { ["Service"] = [service] },
        Condition = conditions,
    });
}
