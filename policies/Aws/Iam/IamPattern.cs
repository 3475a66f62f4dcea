namespace DrInfra.Policies.Aws.Iam;

/// <summary>The wildcards of IAM: <c>*</c> for anything, <c>?</c> for one character.</summary>
public static class IamPattern
{
    /// <summary>What stands for an account that nothing in the graph tells: it matches the account of any pattern.</summary>
    public const string AnyAccount = "{account}";

    /// <summary>What stands for an id that only the deployment tells: one that is written out may be it, and may be another.</summary>
    public const string AnyId = "{id}";

    /// <summary>Whether a pattern fits an ARN; null where that hangs on an id that is not known yet.</summary>
    public static bool? Reaches(string pattern, string arn) => Matches(pattern, arn) ? true
        : arn.Contains(AnyId, StringComparison.Ordinal)
            && Wildcards.Overlap(pattern, arn.Replace(AnyAccount, "*", StringComparison.Ordinal).Replace(AnyId, "*", StringComparison.Ordinal))
            ? null
            : false;

    public static bool Matches(string pattern, string text, bool ignoreCase = false)
    {
        if (text.Contains(AnyAccount, StringComparison.Ordinal))
        {
            var parts = pattern.Split(':', 6);
            var account = parts.Length == 6 && parts[4].Length > 0 ? parts[4].Replace('*', '0').Replace('?', '0') : "0";
            text = text.Replace(AnyAccount, account, StringComparison.Ordinal);
        }

        return Wildcards.Match(pattern, text, ignoreCase);
    }
}
