using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Aws;

/// <summary>ARNs with wildcards, as selections and policies have them.</summary>
internal static class ArnPattern
{
    /// <summary>Whether a pattern takes an ARN in. A part of the ARN that is <c>*</c> is not known, and fits.</summary>
    public static bool Matches(string pattern, string arn)
    {
        if (pattern == "*")
        {
            return true;
        }

        var patterns = pattern.Split(':', 6);
        var parts = arn.Split(':', 6);
        if (patterns.Length != 6 || parts.Length != 6)
        {
            return Wildcards.Match(pattern, arn);
        }

        for (var i = 0; i < 6; i++)
        {
            if (parts[i] != "*" && !Wildcards.Match(patterns[i], parts[i]))
            {
                return false;
            }
        }

        return true;
    }
}
