using System.Text.RegularExpressions;

namespace DrInfra.Policies.Checking;

/// <summary>Patterns of URNs in recovery.yaml.</summary>
internal static class UrnPattern
{
    /// <summary>Whether a pattern, in which <c>*</c> stands for anything, is the whole of a text.</summary>
    public static bool Matches(string pattern, string text) =>
        pattern == text || Regex.IsMatch(text, $"^{Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal)}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
