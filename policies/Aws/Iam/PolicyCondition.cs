namespace DrInfra.Policies.Aws.Iam;

/// <summary>One condition of a statement: <c>ForAnyValue:StringLike</c>, a key, the values of which one must match.</summary>
internal sealed record PolicyCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    /// <summary>The operator without <c>ForAnyValue:</c> or <c>ForAllValues:</c>.</summary>
    public string Test => Operator[(Operator.IndexOf(':', StringComparison.Ordinal) + 1)..];

    /// <summary>Whether it tests a key of the request; AWS does not mind the case.</summary>
    public bool IsOn(params IReadOnlyList<string> keys) => keys.Contains(Key, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a request with this context meets it; null where the context or the operator is one that we do not model.</summary>
    public bool? IsMet(AccessContext context)
    {
        if (Values.Any(value => value.Contains("${", StringComparison.Ordinal)) || context[Key] is not { } actual)
        {
            return null;
        }

        var name = Test;
        if (name.EndsWith("IfExists", StringComparison.Ordinal))
        {
            name = name[..^"IfExists".Length];
        }

        if (name == "Null")
        {
            return Values.Contains(actual.Count == 0 ? "true" : "false", StringComparer.OrdinalIgnoreCase);
        }

        Func<string, string, bool>? matches = name switch
        {
            "StringEquals" or "StringNotEquals" => (value, text) => value == text,
            "StringEqualsIgnoreCase" or "StringNotEqualsIgnoreCase" or "Bool" =>
                (value, text) => string.Equals(value, text, StringComparison.OrdinalIgnoreCase),
            "StringLike" or "StringNotLike" or "ArnLike" or "ArnEquals" or "ArnNotLike" or "ArnNotEquals" => (value, text) => IamPattern.Matches(value, text),
            _ => null,
        };
        if (matches is null)
        {
            return null;
        }

        var negative = name.Contains("Not", StringComparison.Ordinal);
        bool Meets(string text) => Values.Any(value => matches(value, text)) != negative;
        return Operator.StartsWith("ForAllValues:", StringComparison.Ordinal) ? actual.All(Meets)
            : negative ? actual.All(Meets)
            : actual.Any(Meets);
    }
}
