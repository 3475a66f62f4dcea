using System.Globalization;
using System.Text.RegularExpressions;
using Pulumi;

namespace DrInfra.Infra.Cluster;

/// <summary>Which nodes there may be, and how many (https://docs.aws.amazon.com/eks/latest/userguide/create-node-pool.html).</summary>
internal static partial class NodePoolSpec
{
    /// <summary>What nodes are taken from, in words.</summary>
    public const string InstancesAllowed = "c, m or r of generation 6 or later, with g behind the generation for arm64 and without it for amd64, "
        + "and two CPUs or more (large)";

    private const int GenerationBefore = 5;

    private static readonly string[] Categories = ["c", "m", "r"];

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
                    Requirement("eks.amazonaws.com/instance-category", "In", Categories),
                    Requirement("eks.amazonaws.com/instance-generation", "Gt", $"{GenerationBefore}"),
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

    /// <summary>
    /// Whether nodes can be of an instance type. Its name says so: c7gd.large is category c, generation 7, with the processor of AWS (g), which
    /// is an arm64 one (https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-type-names.html). Auto Mode wants more than one CPU, which
    /// leaves large and more of these (https://docs.aws.amazon.com/eks/latest/userguide/automode-learn-instances.html).
    /// </summary>
    public static bool Takes(string instanceType, string architecture) => InstanceType.Match(instanceType) is { Success: true } name
        && Categories.Contains(name.Groups["category"].Value)
        && int.Parse(name.Groups["generation"].Value, CultureInfo.InvariantCulture) > GenerationBefore
        && name.Groups["size"].Value is not "medium"
        && name.Groups["attributes"].Value.Contains('g', StringComparison.Ordinal) == (architecture == "arm64");

    [GeneratedRegex(@"^(?<category>[a-z]+)(?<generation>[0-9]{1,2})(?<attributes>[a-z0-9-]*)\.(?<size>[a-z0-9-]+)$")]
    private static partial Regex InstanceType { get; }

    private static Dictionary<string, object> Requirement(string key, string @operator, params string[] values) => new()
    {
        ["key"] = key,
        ["operator"] = @operator,
        ["values"] = values.ToList(),
    };
}
