using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>What a Region's follower may do in AWS: read, take and renew the leases of the workloads that it follows for, in its own Region.</summary>
public static class FollowerRole
{
    /// <summary>The document.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="region">The Region that it runs in.</param>
    /// <param name="workloads">The workloads with pipelines.</param>
    public static string Policy(PairIdentity pair, string region, IReadOnlyList<string> workloads) => PolicyDocument.Of(
        Leases("TakeLeases", ["dynamodb:GetItem", "dynamodb:PutItem"], pair, region, workloads),
        Statements.UseKey("UseTheKeyOfLeases", Actions.UseAndSeeKey, pair.Names.KeyAlias("shared", KeyParts.Leases, region), pair, region, "dynamodb"));

    /// <summary>
    /// Leases of some workloads. The key of an item is what DynamoDB calls a leading key, and each of these actions states one
    /// (https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/specifying-conditions.html).
    /// </summary>
    internal static Statement Leases(string sid, string[] actions, PairIdentity pair, string region, IReadOnlyList<string> workloads) => new()
    {
        Sid = sid,
        Action = actions,
        Resource = [Arns.Table(region, pair.AccountId, pair.Names.LeaseTable)],
        Condition = new() { ["ForAllValues:StringEquals"] = new() { ["dynamodb:LeadingKeys"] = [.. workloads] } },
    };
}
