using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

/// <summary>Read replicas of RDS instances.</summary>
internal static class InstanceReplica
{
    public static readonly Verdict NotJudged = Verdict.NotApplicable("a read replica in its source's Region holds nothing of its own");

    public static bool IsReplica(Node node) => node.Input("replicateSourceDb").IsStated();

    /// <summary>In its source's Region: the source is named by its identifier, or by an ARN of the same Region.</summary>
    public static bool IsLocal(Node node) =>
        node.Input("replicateSourceDb").Text is { Length: > 0 } source && (Arn.RegionOf(source) ?? node.Region) == node.Region;
}
