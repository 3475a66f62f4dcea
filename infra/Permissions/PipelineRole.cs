using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// What the pods of a pipeline may do: what those that serve may, with the stores of their own workload and Region, and read its lease. All
/// containers of a pod have one role, so the work could read the lease too; it cannot write it.
/// </summary>
public static class PipelineRole
{
    /// <summary>The document.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="region">The Region that the pods run in.</param>
    public static string Policy(PairIdentity pair, WorkloadSettings workload, string region) => PolicyDocument.Of(
    [
        .. PodRole.Of(pair, workload, region),
        .. workload.Streams.Any() ? StreamAccess.Consume(pair, workload, region) : [],
        FollowerRole.Leases("ReadTheLease", ["dynamodb:GetItem"], pair, region, [workload.Name]),
        Statements.UseKey(
            "DecryptTheLease", ["kms:Decrypt", "kms:DescribeKey"], pair.Names.KeyAlias("shared", KeyParts.Leases, region), pair, region, "dynamodb"),
    ]);
}
