namespace DrInfra.Policies.Graph;

/// <summary>Patterns of URNs in recovery.yaml.</summary>
internal static class UrnPattern
{
    /// <summary>Whether a pattern, in which <c>*</c> stands for anything, is the whole of a text.</summary>
    public static bool Matches(string pattern, string text) => Wildcards.Match(Plain(pattern), Plain(text));

    // A question mark is no wildcard here.
    private static string Plain(string text) => text.Replace('?', '\u0001');
}
