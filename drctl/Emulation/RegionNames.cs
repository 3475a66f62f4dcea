namespace DrInfra.Drctl.Emulation;

/// <summary>What AWS derives from a Region's name.</summary>
internal static class RegionNames
{
    private static readonly Dictionary<string, string> Compass = new(StringComparer.Ordinal)
    {
        ["north"] = "n",
        ["south"] = "s",
        ["east"] = "e",
        ["west"] = "w",
        ["central"] = "c",
        ["northeast"] = "ne",
        ["northwest"] = "nw",
        ["southeast"] = "se",
        ["southwest"] = "sw",
        ["gov"] = "g",
    };

    /// <summary>The partition, which ARNs begin with.</summary>
    public static string Partition(string region) => region.StartsWith("cn-", StringComparison.Ordinal) ? "aws-cn"
        : region.StartsWith("us-gov-", StringComparison.Ordinal) ? "aws-us-gov"
        : "aws";

    /// <summary>The first three zones, by which a service spreads what is given none.</summary>
    public static IReadOnlyList<string> Zones(string region) => [$"{region}a", $"{region}b", $"{region}c"];

    /// <summary>"us-east-1b" is "use1-az2": which letter is which zone differs by account, so this is one invented mapping.</summary>
    public static string? ZoneId(string? zone)
    {
        if (string.IsNullOrEmpty(zone) || !char.IsAsciiLetterLower(zone[^1]))
        {
            return null;
        }

        var shortName = string.Concat(zone[..^1].Split('-').Select(part => Compass.GetValueOrDefault(part, part)));
        return $"{shortName}-az{zone[^1] - 'a' + 1}";
    }
}
