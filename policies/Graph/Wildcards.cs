using System.IO.Enumeration;

namespace DrInfra.Policies.Graph;

/// <summary>The wildcards of ARNs and policies.</summary>
internal static class Wildcards
{
    public static bool AreIn(ReadOnlySpan<char> pattern) => pattern.IndexOfAny('*', '?') >= 0;

    /// <summary>Whether a text fits a pattern in which <c>*</c> stands for anything and <c>?</c> for one character.</summary>
    public static bool Match(string pattern, string text, bool ignoreCase = false)
    {
        if (text.Length == 0)
        {
            // The library lets no pattern fit an empty text.
            return pattern.AsSpan().Trim('*').IsEmpty;
        }

        return pattern == "*" || (AreIn(pattern)
            ? FileSystemName.MatchesSimpleExpression(Plain(pattern), Plain(text), ignoreCase)
            : string.Equals(pattern, text, ignoreCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal));
    }

    /// <summary>Whether some text fits both patterns.</summary>
    public static bool Overlap(string one, string other)
    {
        // Most differ in what stands before their first wildcards.
        var plain = Math.Min(PlainLength(one), PlainLength(other));
        if (!one.AsSpan(0, plain).SequenceEqual(other.AsSpan(0, plain)))
        {
            return false;
        }

        // From their ends: whether what is left of the one and of the other can be the same.
        var fits = new bool[one.Length + 1, other.Length + 1];
        for (var i = one.Length; i >= 0; i--)
        {
            for (var j = other.Length; j >= 0; j--)
            {
                var (a, b) = (i < one.Length ? one[i] : '\0', j < other.Length ? other[j] : '\0');
                fits[i, j] = (i == one.Length && j == other.Length)
                    || (a == '*' && (fits[i + 1, j] || (j < other.Length && fits[i, j + 1])))
                    || (b == '*' && (fits[i, j + 1] || (i < one.Length && fits[i + 1, j])))
                    || (i < one.Length && j < other.Length && (a == b || a == '?' || b == '?') && fits[i + 1, j + 1]);
            }
        }

        return fits[0, 0];
    }

    private static int PlainLength(string pattern) => pattern.AsSpan().IndexOfAny('*', '?') is var at and >= 0 ? at : pattern.Length;

    // To the library a backslash is an escape, and one behind an asterisk cannot be escaped itself.
    private static string Plain(string text) => text.Replace('\\', '\0');
}
