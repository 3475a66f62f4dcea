using System.Text;

namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>Splits the rule text of a composite alarm. A quoted name keeps its opening quote, so that it is no key word.</summary>
internal static class AlarmRuleTokens
{
    /// <summary>The tokens; null where a quote is not closed.</summary>
    public static IReadOnlyList<string>? Of(string text)
    {
        var tokens = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            var letter = text[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
            }
            else if (letter is '(' or ')' or ',')
            {
                tokens.Add(letter.ToString());
                at++;
            }
            else if (letter == '"')
            {
                if (Quoted(text, at) is not var (token, end))
                {
                    return null;
                }

                tokens.Add(token);
                at = end;
            }
            else
            {
                var start = at;
                while (at < text.Length && !char.IsWhiteSpace(text[at]) && text[at] is not ('(' or ')' or ',' or '"'))
                {
                    at++;
                }

                tokens.Add(text[start..at]);
            }
        }

        return tokens;
    }

    private static (string Token, int End)? Quoted(string text, int start)
    {
        var token = new StringBuilder("\"");
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] == '"')
            {
                return (token.ToString(), at + 1);
            }

            if (text[at] == '\\' && at + 1 < text.Length)
            {
                at++;
            }

            token.Append(text[at]);
        }

        return null;
    }
}
