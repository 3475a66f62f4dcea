using System.Text.RegularExpressions;
using DrInfra.Policies.Aws;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>
/// Resources of one type that stand in for each other in several Regions: those of one workload whose names are the same once Region,
/// stack and role are left out. For services whose resources do not name their counterpart.
/// </summary>
internal static partial class RegionTwins
{
    /// <summary>
    /// Groups with at most one resource per Region, the home's first; a resource without twin is a group by itself. Equal physical names are
    /// twins whatever the program calls them.
    /// </summary>
    public static IEnumerable<IReadOnlyList<Node>> Of(StoreContext context, IEnumerable<Node> nodes)
    {
        var byStem = nodes.GroupBy(node => (Workload: context.WorkloadOf(node), Stem: Stem(node)))
            .SelectMany(group => OnePerRegion([.. group]).Select(twins => (group.Key.Workload, Twins: twins))).ToArray();
        foreach (var (_, twins) in byStem.Where(group => group.Twins.Count > 1))
        {
            yield return HomeFirst(context, twins);
        }

        var byName = byStem.Where(group => group.Twins.Count == 1).Select(group => (group.Workload, Node: group.Twins[0]))
            .GroupBy(single => (single.Workload, Name: PhysicalName.Of(single.Node) ?? single.Node.Urn));
        foreach (var twins in byName.SelectMany(group => OnePerRegion([.. group.Select(single => single.Node)])))
        {
            yield return HomeFirst(context, twins);
        }
    }

    /// <summary>The member of the workload's primary Region first, where somebody says which that is.</summary>
    public static IReadOnlyList<Node> HomeFirst(StoreContext context, IReadOnlyList<Node> nodes)
    {
        var primary = nodes.Select(context.WorkloadOf).Select(context.PromiseOf).FirstOrDefault(promise => promise?.Regions is not null)?.Regions?.Primary;
        return nodes.Count == 1 || primary is null ? nodes : [.. nodes.OrderByDescending(node => node.Region == primary)];
    }

    private static IEnumerable<List<Node>> OnePerRegion(IReadOnlyList<Node> nodes)
    {
        var groups = new List<List<Node>>();
        foreach (var node in nodes)
        {
            var group = node.Region is null
                ? null
                : groups.Find(candidate => candidate.TrueForAll(other => other.Region is not null && other.Region != node.Region));
            if (group is null)
            {
                groups.Add([node]);
            }
            else
            {
                group.Add(node);
            }
        }

        return groups;
    }

    /// <summary>The name without Region, stack and role.</summary>
    public static string Stem(Node node)
    {
        var name = Role().Replace(RegionName().Replace(node.Name, ""), "");
        var own = node.Stack.Name;
        var stem = name.EndsWith("-" + own, StringComparison.Ordinal)
            ? name[..^own.Length]
            : name.StartsWith(own + "-", StringComparison.Ordinal) ? name[own.Length..] : name;
        return stem.Trim('-', '_');
    }

    [GeneratedRegex("(?<![A-Za-z0-9])[a-z]{2}-(?:gov-)?[a-z]+-[0-9](?![A-Za-z0-9])", RegexOptions.CultureInvariant)]
    private static partial Regex RegionName();

    [GeneratedRegex("(?<![A-Za-z0-9])(?:primary|secondary|standby|failover|dr)(?![A-Za-z0-9])", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Role();
}
