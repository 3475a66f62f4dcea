using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Aws.Likeness;

/// <summary>Resources of one type in two Regions whose logical names differ by the Region alone.</summary>
/// <param name="Alone">Those without one, among others of the type in the same two Regions that have one.</param>
internal sealed record Twins(IReadOnlyList<(Node One, Node Other)> Pairs, IReadOnlyList<(Node Node, string OtherRegion)> Alone)
{
    /// <summary>What stands for a resource's own Region in a normalized text.</summary>
    public const string Here = "{here}";

    /// <summary>What stands for the other Region.</summary>
    public const string There = "{there}";

    public static Twins Of(Estate estate, string type)
    {
        var byName = new Dictionary<string, Node>(StringComparer.Ordinal);
        foreach (var node in estate.OfType(type))
        {
            byName.TryAdd(node.Name, node);
        }

        var regions = byName.Values.Select(RegionInName).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToArray();
        var pairs = new List<(Node, Node)>();
        var alone = new List<(Node Node, string OtherRegion)>();
        foreach (var node in byName.Values.OrderBy(node => node.Urn, StringComparer.Ordinal))
        {
            foreach (var region in regions.Where(region => RegionInName(node) is { } own && region != own))
            {
                var name = node.Name.Replace(RegionInName(node)!, region, StringComparison.Ordinal);
                if (!byName.TryGetValue(name, out var other))
                {
                    alone.Add((node, region));
                }
                else if (string.CompareOrdinal(node.Name, name) < 0)
                {
                    pairs.Add((node, other));
                }
            }
        }

        // One store may stand in one Region alone: then all that is there for it does, and none of its kind has a counterpart.
        var paired = pairs.SelectMany(pair => new[] { Kind(pair.Item1), Kind(pair.Item2) }).ToHashSet();
        return new Twins(pairs, [.. alone.Where(entry => paired.Contains(Kind(entry.Node)) && !HasOnlyHome(estate, entry.Node, entry.OtherRegion))]);
    }

    /// <summary>A value as text in which the two Regions have changed places with words that both share.</summary>
    public static string Normalized(Prop property, Node here, Node there) => property.Value is null
        ? ""
        : Normalized(property.Value.ToString(), here, there);

    public static string Normalized(string text, Node here, Node there) => text
        .Replace(RegionInName(here)!, Here, StringComparison.Ordinal)
        .Replace(RegionInName(there)!, There, StringComparison.Ordinal);

    /// <summary>Whether a resource is of the Region that stands by, as far as its tag says.</summary>
    public static bool IsStandby(Node node) => node.Tag(DrTags.Role) == "standby";

    private static (string Stack, string? Workload) Kind(Node node) => (node.Stack.Name, node.Workload);

    // The data that it is for may be in one Region only; what has no workload does not say what it is for.
    private static bool HasOnlyHome(Estate estate, Node node, string otherRegion) =>
        node.Workload is not { } workload || (workload != DrTags.Shared && estate.OfTypes(BackupStores.Types)
            .Where(store => store.Workload == workload).GroupBy(store => store.Type)
            .Any(group => group.All(store => store.Region != otherRegion)));

    /// <summary>The Region that a resource's name says; global resources stand in none.</summary>
    public static string? RegionInName(Node node) => Regions.InName(node.Name);
}
