using System.Text.RegularExpressions;

namespace DrInfra.Drctl.Reports;

/// <summary>Where the resources of a stack stand in its file.</summary>
internal static partial class ResourceLines
{
    /// <summary>The first line, from 1, that names each URN as its own.</summary>
    public static IReadOnlyDictionary<string, int> Of(IEnumerable<string> lines)
    {
        var found = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, line) in lines.Index())
        {
            foreach (Match match in OwnUrn().Matches(line))
            {
                found.TryAdd(match.Groups[1].Value, index + 1);
            }
        }

        return found;
    }

    [GeneratedRegex("\"urn\"\\s*:\\s*\"([^\"]+)\"")]
    private static partial Regex OwnUrn();
}
