namespace DrInfra.Policies.Recovery;

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
            return Glob(pattern, arn);
        }

        for (var i = 0; i < 6; i++)
        {
            if (parts[i] != "*" && !Glob(patterns[i], parts[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether a text fits a pattern in which <c>*</c> stands for anything and <c>?</c> for one character.</summary>
    public static bool Glob(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, mark = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && (pattern[p] == '?' || pattern[p] == text[t]) && pattern[p] != '*')
            {
                p++;
                t++;
            }
            else if (p < pattern.Length && pattern[p] == '*')
            {
                star = p++;
                mark = t;
            }
            else if (star >= 0)
            {
                p = star + 1;
                t = ++mark;
            }
            else
            {
                return false;
            }
        }

        return pattern[p..].TrimStart('*').IsEmpty;
    }
}
