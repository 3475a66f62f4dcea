using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>Statements that several documents have.</summary>
internal static class Statements
{
    /// <summary>What runs for a workload reads what is promised for it, in its own Region.</summary>
    public static Statement ReadTheManifest(PairIdentity pair, string workload, string region) => new()
    {
        Sid = "ReadTheManifest",
        Action = ["ssm:GetParameter"],
        Resource = [Arns.Parameter(region, pair.AccountId, pair.Names.Manifest(workload))],
    };

    /// <summary>
    /// The key of a workload's tables, buckets and secrets, through one service. Key ids are random, so a condition on the alias narrows
    /// <see cref="Arns.AnyKey"/> down to the key behind it.
    /// </summary>
    /// <param name="sid">What it is for.</param>
    /// <param name="actions">What may be done.</param>
    /// <param name="pair">The pair.</param>
    /// <param name="workload">Whose key.</param>
    /// <param name="region">The key's Region.</param>
    /// <param name="service">For example <c>s3</c>.</param>
    public static Statement UseDataKey(string sid, string[] actions, PairIdentity pair, string workload, string region, string service) =>
        UseKey(sid, actions, pair.Names.KeyAlias(workload, KeyParts.Data, region), pair, region, service);

    /// <summary>The key with an alias, through one service; see above.</summary>
    public static Statement UseKey(string sid, string[] actions, string alias, PairIdentity pair, string region, string service) => new()
    {
        Sid = sid,
        Action = actions,
        Resource = [Arns.AnyKey(region, pair.AccountId)],
        Condition = new()
        {
            ["ForAnyValue:StringEquals"] = new() { ["kms:ResourceAliases"] = [alias] },
            ["StringEquals"] = new() { ["kms:ViaService"] = [$"{service}.{region}.amazonaws.com"] },
        },
    };

    /// <summary>The key with an alias, for one thing that the service names when it uses the key.</summary>
    public static Statement UseKeyFor(
        string sid, string[] actions, string alias, PairIdentity pair, string region, (string Name, string Value) context) => new()
    {
        Sid = sid,
        Action = actions,
        Resource = [Arns.AnyKey(region, pair.AccountId)],
        Condition = new()
        {
            ["ForAnyValue:StringEquals"] = new() { ["kms:ResourceAliases"] = [alias] },
            ["StringLike"] = new() { [$"kms:EncryptionContext:{context.Name}"] = [context.Value] },
        },
    };

    /// <summary>Of the policy of a resource: nobody reaches it without TLS.</summary>
    public static Statement RefusePlainHttp(string action, params string[] resources) => new()
    {
        Sid = "DenyPlainHttp",
        Effect = "Deny",
        Principal = new() { ["AWS"] = ["*"] },
        Action = [action],
        Resource = resources,
        Condition = new() { ["Bool"] = new() { ["aws:SecureTransport"] = ["false"] } },
    };
}
