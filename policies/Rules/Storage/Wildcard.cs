using System.IO.Enumeration;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>The patterns of access policies: <c>*</c> stands for any text, <c>?</c> for one letter. Case is left out, as for actions.</summary>
internal static class Wildcard
{
    public static bool Matches(string pattern, string text) =>
        FileSystemName.MatchesSimpleExpression(pattern.Replace("\\", "\\\\", StringComparison.Ordinal), text, ignoreCase: true);
}
