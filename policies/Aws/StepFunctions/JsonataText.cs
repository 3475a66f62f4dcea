namespace DrInfra.Policies.Aws.StepFunctions;

/// <summary>The little of JSONata that choices are written in: comparisons, joined by <c>and</c> and <c>or</c>. What is beyond says nothing.</summary>
internal static class JsonataText
{
    /// <summary>What an expression says.</summary>
    /// <param name="compare">What one comparison says, by its two sides; false for one that asks whether they differ.</param>
    public static HolderTest Test(string expression, Func<string, string, bool, HolderTest> compare)
    {
        var text = Bare(expression);
        if (Split(text, " or ") is { Count: > 1 } either)
        {
            return HolderTest.Any([.. either.Select(part => Test(part, compare))]);
        }

        if (Split(text, " and ") is { Count: > 1 } both)
        {
            return HolderTest.All([.. both.Select(part => Test(part, compare))]);
        }

        const string Not = "$not(";
        if (text.StartsWith(Not, StringComparison.Ordinal) && text.EndsWith(')'))
        {
            return Test(text[Not.Length..^1], compare).Opposite();
        }

        return Split(text, "!=") is [var left, var right] ? compare(left.Trim(), right.Trim(), false)
            : !text.Contains("<=", StringComparison.Ordinal) && !text.Contains(">=", StringComparison.Ordinal)
                && Split(text, "=") is [var one, var other] ? compare(one.Trim(), other.Trim(), true)
            : HolderTest.Nothing;
    }

    /// <summary>The text in quotes; null where it is something else.</summary>
    public static string? Literal(string text) =>
        text.Length > 1 && text[0] is '\'' or '"' && text[^1] == text[0] && text.IndexOf(text[0], 1) == text.Length - 1 ? text[1..^1] : null;

    // Without the parentheses around all of it.
    private static string Bare(string expression)
    {
        var text = expression.Trim();
        while (text is ['(', .., ')'] && Depth(text[..^1]) is { Least: > 0 })
        {
            text = text[1..^1].Trim();
        }

        return text;
    }

    private static List<string> Split(string text, string separator)
    {
        var (parts, start) = (new List<string>(), 0);
        for (var at = 0; at <= text.Length - separator.Length; at++)
        {
            if (text.AsSpan(at).StartsWith(separator, StringComparison.Ordinal) && Depth(text[start..at]) is { End: 0, Quoted: false })
            {
                parts.Add(text[start..at]);
                at += separator.Length - 1;
                start = at + 1;
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    // How many parentheses are open at the end, how few at least after the first letter, and whether a text is.
    private static (int End, int Least, bool Quoted) Depth(string text)
    {
        var (depth, least, quote) = (0, int.MaxValue, '\0');
        foreach (var letter in text)
        {
            if (quote != '\0')
            {
                quote = letter == quote ? '\0' : quote;
            }
            else if (letter is '\'' or '"')
            {
                quote = letter;
            }
            else
            {
                depth += letter is '(' or '[' or '{' ? 1 : letter is ')' or ']' or '}' ? -1 : 0;
            }

            least = Math.Min(least, depth);
        }

        return (depth, least, quote != '\0');
    }
}
