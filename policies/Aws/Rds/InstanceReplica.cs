using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws.Rds;

/// <summary>Read replicas of RDS instances.</summary>
internal static class InstanceReplica
{
    public const string HoldsNothing = "a read replica in its source's Region holds nothing of its own";

    public static bool IsReplica(Node node) => node.Input("replicateSourceDb").IsStated();

    /// <summary>In its source's Region: the source is named by its identifier, or by an ARN of the same Region.</summary>
    public static bool IsLocal(Node node) =>
        node.Input("replicateSourceDb").Text is { Length: > 0 } source && (Arn.RegionOf(source) ?? node.Region) == node.Region;
}
