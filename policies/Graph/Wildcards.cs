using System.IO.Enumeration;

namespace DrInfra.Policies.Graph;

/// <summary>The wildcards of ARNs and policies.</summary>
internal static class Wildcards
{
    public static bool AreIn(ReadOnlySpan<char> pattern) => pattern.IndexOfAny('*', '?') >= 0;

    /// <summary>Whether a text fits a pattern in which <c>*</c> stands for anything and <c>?</c> for one character.</summary>
    public static bool Match(string pattern, string text, bool ignoreCase = false) => text.Length == 0
        // The library lets no pattern fit an empty text.
        ? pattern.AsSpan().Trim('*').IsEmpty
        : FileSystemName.MatchesSimpleExpression(Plain(pattern), Plain(text), ignoreCase);

    // To the library a backslash is an escape, and one behind an asterisk cannot be escaped itself.
    private static string Plain(string text) => text.Replace('\\', '\0');
}
