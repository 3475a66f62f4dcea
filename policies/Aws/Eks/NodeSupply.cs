using System.Collections.Concurrent;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Kubernetes;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Aws.Eks;

/// <summary>Something that makes nodes of a cluster: a node pool, a node group, a Fargate profile, the pools of Auto Mode itself.</summary>
/// <param name="Node">The resource that says how many.</param>
/// <param name="Zones">The zones, or the subnets that are in some; null where only the deployment will tell.</param>
internal sealed record NodeSupply(Node Node, IReadOnlyList<string>? Zones)
{
    /// <summary>How much of a resource its nodes have at most; null where nothing limits them.</summary>
    public required Func<string, decimal?> Most { get; init; }

    /// <summary>Whether pods may run on its nodes.</summary>
    public required Func<Node, bool> Takes { get; init; }

    /// <summary>The property that limits a resource.</summary>
    public string LimitPath(string resource) =>
        Node.Type == EksTypes.NodeGroup ? Node["scalingConfig"]["maxSize"].Path : new NodePool(Node).Limit(resource).Path;

    /// <summary>A label of its nodes; absent where they are given none of the name.</summary>
    public Func<string, Prop> Label { get; init; } = _ => default;

    /// <summary>Whether its nodes are Spot capacity alone, which may be gone when it is needed; null where only the deployment will tell.</summary>
    public required bool? IsOnlySpot { get; init; }

    /// <summary>All of the cluster that pods are in.</summary>
    public static IReadOnlyList<NodeSupply> Of(Estate estate, Node pods) => estate.Once(static _ => new Known()).Of(estate, pods);

    private static IReadOnlyList<NodeSupply> Read(Estate estate, Node pods)
    {
        var pools = NodePools.In(estate).Of(pods);
        return PodClusters.In(estate).Of(pods) is { } node
            ? [.. pools.Select(pool => OfPool(pool, ZonesOf(estate, node, new EksCluster(node).Subnets))), .. OfCluster(estate, new EksCluster(node))]
            : [.. pools.Select(pool => OfPool(pool, null))];
    }

    /// <summary>The fact that says how long the launch of a node usually takes; null where nothing tells what launches one, or none is.</summary>
    public static string? Launch(Estate estate, Node pods) => Of(estate, pods).FirstOrDefault(supply => supply.Takes(pods)) switch
    {
        null => null,
        { Node.Type: EksTypes.FargateProfile } => null,
        { Node.Type: EksTypes.NodeGroup } => "eks-ca-node",
        _ => "eks-karpenter-node-range",
    };

    /// <summary>The zones of a list of subnets: of those that are not in the graph, each is taken to be in one of its own.</summary>
    public static IReadOnlyList<string>? ZonesOf(Estate estate, Node node, Prop list)
    {
        var subnets = estate.References.FollowAll(node, list, Ec2Types.Subnet);
        return subnets.Count == 0 || subnets.Any(subnet => subnet.IsUnknown) ? null
            : [.. subnets.Select(subnet => subnet.Target?["availabilityZone"].Text ?? subnet.Text ?? subnet.Target!.Urn).Distinct(StringComparer.Ordinal)];
    }

    private static NodeSupply OfPool(NodePool pool, IReadOnlyList<string>? zonesOfCluster) => new(
        pool.Node,
        pool.Zones.IsAbsent ? zonesOfCluster
            : pool.Zones.IsUnknown || pool.Zones.Items.Any(zone => zone.Text is null) ? null
            : [.. pool.Zones.Items.Select(zone => zone.Text!)])
    {
        Most = resource => Quantity.Of(pool.Limit(resource)),
        Takes = pool.Takes,
        Label = pool.Label,
        IsOnlySpot = pool.IsOnlySpot,
    };

    private static IEnumerable<NodeSupply> OfCluster(Estate estate, EksCluster cluster)
    {
        if (cluster.IsAutoMode != false && (cluster.OwnNodePools.IsUnknown || cluster.OwnNodePools.Items.Any(pool => pool.Text != "system")))
        {
            yield return new NodeSupply(cluster.Node, ZonesOf(estate, cluster.Node, cluster.Subnets))
            {
                Most = _ => null,
                Takes = pods => NodeLabels.Fit(pods, _ => default),
                IsOnlySpot = false,
            };
        }

        foreach (var profile in cluster.Declared(estate, EksTypes.FargateProfile))
        {
            yield return new NodeSupply(profile, ZonesOf(estate, profile, profile["subnetIds"]))
            {
                Most = _ => null,
                Takes = pods => Selects(profile, pods) && NodeLabels.Fit(pods, _ => default),
                IsOnlySpot = false,
            };
        }

        foreach (var group in cluster.Declared(estate, EksTypes.NodeGroup))
        {
            yield return new NodeSupply(group, ZonesOf(estate, group, group["subnetIds"]))
            {
                Most = resource => resource == "cpu" ? Cores(group) : null,
                Takes = pods => (group["taints"].Items.Count == 0 || Pods.Spec(pods)["tolerations"].Items.Count > 0)
                    && NodeLabels.Fit(pods, label => GroupLabel(group, label)),
                Label = label => GroupLabel(group, label),
                IsOnlySpot = group["capacityType"].IsUnknown ? null : group["capacityType"].Text == "SPOT",
            };
        }
    }

    private static Prop GroupLabel(Node group, string label) => group["labels"] is { IsUnknown: true } unknown ? unknown : group["labels"][label];

    // A profile takes pods by their namespace, and by labels where it states some.
    private static bool Selects(Node profile, Node pods)
    {
        var labels = Pods.Template(pods)["metadata"]["labels"];
        return profile["selectors"].Items.Any(selector =>
            (selector["namespace"].Text is not { } pattern || Pods.NamespaceOf(pods) is not { } space || Wildcards.Match(pattern, space))
            && selector["labels"].Members.All(label =>
                label.Value.Text is not { } value || labels[label.Name].Text is not { } own || Wildcards.Match(value, own)));
    }

    // The largest of its types, as many times as there may be nodes; null where the name of a type does not tell its size.
    private static decimal? Cores(Node group)
    {
        var types = group["instanceTypes"].Items;
        return group["scalingConfig"]["maxSize"].Number is { } most && types.Count > 0 && types.All(type => Cores(type.Text) is not null)
            ? (decimal)most * types.Max(type => Cores(type.Text)!.Value)
            : null;
    }

    private static decimal? Cores(string? type)
    {
        var size = type?.Split('.')[^1] ?? "";
        var each = (decimal)FactBook.Number("ec2-vcpus-of-xlarge");
        return size == "large" ? each / 2
            : size == "xlarge" ? each
            : size.EndsWith("xlarge", StringComparison.Ordinal) && decimal.TryParse(size[..^"xlarge".Length], out var times) ? each * times
            : null;
    }

    private sealed class Known
    {
        private readonly ConcurrentDictionary<string, IReadOnlyList<NodeSupply>> _byCluster = new(StringComparer.Ordinal);

        public IReadOnlyList<NodeSupply> Of(Estate estate, Node pods) =>
            _byCluster.GetOrAdd(Pods.ClusterOf(pods), static (_, asked) => Read(asked.estate, asked.pods), (estate, pods));
    }
}
