using System.Globalization;

namespace DrInfra.Policies.Aws.CloudWatch;

/// <summary>Reads the rule text of a composite alarm: OR binds weaker than AND, AND weaker than NOT.</summary>
internal sealed class AlarmRuleParser
{
    private readonly IReadOnlyList<string> _tokens;
    private int _at;

    private AlarmRuleParser(IReadOnlyList<string> tokens) => _tokens = tokens;

    /// <summary>The expression; null where CloudWatch would refuse the text.</summary>
    public static AlarmRuleExpression? Parse(string text)
    {
        if (AlarmRuleTokens.Of(text) is not { Count: > 0 } tokens)
        {
            return null;
        }

        var parser = new AlarmRuleParser(tokens);
        var expression = parser.ReadAny();
        return parser._at == tokens.Count ? expression : null;
    }

    private string? Next => _at < _tokens.Count ? _tokens[_at] : null;

    private bool Take(string token)
    {
        if (Next != token)
        {
            return false;
        }

        _at++;
        return true;
    }

    private AlarmRuleExpression? ReadAny() => ReadList("OR", ReadAll, parts => new AlarmRuleExpression.Any(parts));

    private AlarmRuleExpression? ReadAll() => ReadList("AND", ReadOne, parts => new AlarmRuleExpression.All(parts));

    private AlarmRuleExpression? ReadList(
        string separator, Func<AlarmRuleExpression?> readPart, Func<IReadOnlyList<AlarmRuleExpression>, AlarmRuleExpression> join)
    {
        var parts = new List<AlarmRuleExpression>();
        do
        {
            if (readPart() is not { } part)
            {
                return null;
            }

            parts.Add(part);
        }
        while (Take(separator));
        return parts.Count == 1 ? parts[0] : join(parts);
    }

    private AlarmRuleExpression? ReadOne()
    {
        if (Take("NOT"))
        {
            return ReadOne() is { } inner ? new AlarmRuleExpression.Not(inner) : null;
        }

        if (Take("("))
        {
            var inner = ReadAny();
            return Take(")") ? inner : null;
        }

        var word = Next;
        _at++;
        return word switch
        {
            "TRUE" => new AlarmRuleExpression.Constant(true),
            "FALSE" => new AlarmRuleExpression.Constant(false),
            "ALARM" or "OK" or "INSUFFICIENT_DATA" => Take("(") && ReadName() is { } name && Take(")")
                ? new AlarmRuleExpression.State(word, name)
                : null,
            "AT_LEAST" => ReadAtLeast(),
            _ => null,
        };
    }

    private AlarmRuleExpression.AtLeast? ReadAtLeast()
    {
        if (!Take("(") || ReadName() is not { } count || !Take(",") || ReadName() is not { } state || !Take(",") || !Take("("))
        {
            return null;
        }

        var parts = new List<AlarmRuleExpression.State>();
        do
        {
            if (ReadName() is not { } name)
            {
                return null;
            }

            parts.Add(new AlarmRuleExpression.State(state, name));
        }
        while (Take(","));
        if (!Take(")") || !Take(")") || !double.TryParse(count.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        return new AlarmRuleExpression.AtLeast((int)Math.Ceiling(count.EndsWith('%') ? parts.Count * number / 100 : number), parts);
    }

    private string? ReadName()
    {
        if (Next is null or "(" or ")" or ",")
        {
            return null;
        }

        var name = _tokens[_at++];
        return name.StartsWith('"') ? name[1..] : name;
    }
}
