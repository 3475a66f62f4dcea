using Pulumi;

namespace DrInfra.Infra.Cluster;

/// <summary>Which nodes there may be, and how many (https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html).</summary>
internal static class NodePoolSpec
{
    // Nodes are never full: pods do not fit evenly, and the cluster's own take some. An assumption of ours.
    private const int NodesPerNeed = 2;

    public static InputMap<object> Of(string nodeClass, IReadOnlyList<string> zones, string architecture, bool reserved, PodResources needed) => new()
    {
        ["template"] = new Dictionary<string, object>
        {
            ["spec"] = new Dictionary<string, object>
            {
                ["nodeClassRef"] = new Dictionary<string, object> { ["group"] = "eks.amazonaws.com", ["kind"] = "NodeClass", ["name"] = nodeClass },
                ["requirements"] = new List<object>
                {
                    Requirement("topology.kubernetes.io/zone", "In", [.. zones]),
                    Requirement("kubernetes.io/arch", "In", architecture),
                    Requirement("karpenter.sh/capacity-type", "In", reserved ? ["reserved", "on-demand"] : ["on-demand"]),
                    Requirement("eks.amazonaws.com/instance-category", "In", "c", "m", "r"),
                    Requirement("eks.amazonaws.com/instance-generation", "Gt", "5"),
                },

                // New nodes with new images every two weeks: Auto Mode allows 21 days.
                ["expireAfter"] = "336h",
                ["terminationGracePeriod"] = "1h",
            },
        },
        ["disruption"] = new Dictionary<string, object>
        {
            ["consolidationPolicy"] = "WhenEmptyOrUnderutilized",
            ["consolidateAfter"] = "5m",
            ["budgets"] = new List<object> { new Dictionary<string, object> { ["nodes"] = "10%" } },
        },
        ["limits"] = new Dictionary<string, object>
        {
            ["cpu"] = $"{NodesPerNeed * (int)Math.Ceiling(needed.MilliCpu / 1000.0)}",
            ["memory"] = $"{NodesPerNeed * needed.MemoryMib}Mi",
        },
    };

    private static Dictionary<string, object> Requirement(string key, string @operator, params string[] values) => new()
    {
        ["key"] = key,
        ["operator"] = @operator,
        ["values"] = values.ToList(),
    };
}
