using System.Text.RegularExpressions;

namespace DrInfra.Policies.Aws;

/// <summary>Names of Regions inside other names.</summary>
internal static partial class Regions
{
    /// <summary>The first Region that a text names; null where it names none.</summary>
    public static string? InName(string text) => Region().Match(text) is { Success: true } match ? match.Value : null;

    /// <summary>Whether the stacks have resources in more than one Region, so that a copy in another would be seen.</summary>
    public static bool AreSeveral(Estate estate) => estate.All
        .Where(node => node.Resource.Custom && node.Type.StartsWith("aws:", StringComparison.Ordinal) && !GlobalTypes.Contains(node.Type))
        .Select(node => node.Region).Where(region => region is not null).Distinct().Skip(1).Any();

    [GeneratedRegex(
        "(?<![a-z])(af|ap|ca|cn|eu|il|me|mx|sa|us)(-gov|-iso[a-z]?)?-"
            + "(central|north|south|east|west|northeast|northwest|southeast|southwest)-[1-9](?![0-9a-z])")]
    private static partial Regex Region();
}
