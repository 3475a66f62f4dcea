using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Route53;

namespace DrInfra.Policies.Aws.Likeness;

/// <summary>The resources of two Regions, matched by type and by name once the Region in it is left out.</summary>
/// <param name="Pairs">Each with its like: the first Region's, the second's.</param>
/// <param name="Alone">Those that a Region needs, without a like, though others of the same component have one.</param>
internal sealed record Likes(IReadOnlyList<(Node First, Node Second)> Pairs, IReadOnlyList<Node> Alone)
{
    public static Likes Of(Estate estate, RegionNames first, RegionNames second)
    {
        var left = Side(estate, first);
        var right = Side(estate, second);
        var pairs = new List<(Node First, Node Second)>();
        Match(left, right, pairs, node => TypeOf(node) + " " + first.Read(node.Name), node => TypeOf(node) + " " + second.Read(node.Name));
        Match(left, right, pairs, node => TypeOf(node) + " " + Roles(first, node), node => TypeOf(node) + " " + Roles(second, node));
        var components = pairs.Select(pair => Component(first, pair.First)).Concat(pairs.Select(pair => Component(second, pair.Second)))
            .ToHashSet(StringComparer.Ordinal);

        // What is left may be named in a way that is not read here (other zone letters): as many here as there are likes enough.
        Match(left, right, [], node => node.Type + " " + Component(first, node), node => node.Type + " " + Component(second, node));
        return new Likes(pairs,
        [
            .. left.Where(node => IsMissed(node) && components.Contains(Component(first, node))),
            .. right.Where(node => IsMissed(node) && components.Contains(Component(second, node))),
        ]);

        // A role that names no Region may serve both.
        bool IsMissed(Node node) => NeededInBothRegions.Contains(node.Type)
            && (!GlobalTypes.Contains(node.Type) || first.Read(node.Name) != node.Name);
    }

    private static List<Node> Side(Estate estate, RegionNames region) => [.. estate.All.Where(node =>
        node.Resource.Custom && (node.Type.StartsWith("aws:", StringComparison.Ordinal) || IsInCluster(node))
            && RegionOf(estate, node, region) == region.Here)];

    private static bool IsInCluster(Node node) => node.Type.StartsWith("kubernetes:", StringComparison.Ordinal);

    private static string? RegionOf(Estate estate, Node node, RegionNames region)
    {
        if (IsInCluster(node))
        {
            return PodClusters.In(estate).RegionOf(node);
        }

        if (!GlobalTypes.Contains(node.Type))
        {
            return node.Region;
        }

        if (node.Type.StartsWith("aws:iam/", StringComparison.Ordinal))
        {
            var here = node.Name.Contains(region.Here, StringComparison.Ordinal);
            return here == node.Name.Contains(region.There, StringComparison.Ordinal) ? node.Region : here ? region.Here : region.There;
        }

        return node.Type == Route53Types.Record ? node.Region : null;
    }

    private static void Match(List<Node> left, List<Node> right, List<(Node, Node)> pairs, Func<Node, string> leftKey, Func<Node, string> rightKey)
    {
        var waiting = right.GroupBy(rightKey, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => new Queue<Node>(group), StringComparer.Ordinal);
        var matched = new HashSet<Node>();
        foreach (var node in left)
        {
            if (waiting.TryGetValue(leftKey(node), out var likes) && likes.TryDequeue(out var like))
            {
                pairs.Add((node, like));
                matched.Add(node);
                matched.Add(like);
            }
        }

        left.RemoveAll(matched.Contains);
        right.RemoveAll(matched.Contains);
    }

    // A key made of another Region's key is a key there all the same.
    private static string TypeOf(Node node) => node.Type == KmsTypes.ReplicaKey ? KmsTypes.Key : node.Type;

    private static string Roles(RegionNames names, Node node) => names.ReadRoles(node.Name, node.Stack.Name);

    // Where a program has no components, a workload's resources of one service are taken for one.
    private static string Component(RegionNames names, Node node) => node.Parent is { Type: not Graph.ResourceUrn.StackType } parent
        ? parent.Type + " " + Roles(names, node: parent)
        : node.Workload + " " + node.Type.Split('/', ':')[1];
}
