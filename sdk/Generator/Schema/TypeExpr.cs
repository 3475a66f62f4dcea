namespace DrInfra.SdkGenerator.Schema;

/// <summary>
/// A type as the schema files write it, e.g. <c>list&lt;ref:rds/ClusterS3Import&gt;</c>.
/// <see cref="object.ToString"/> gives that text back.
/// </summary>
internal abstract record TypeExpr
{
    private static readonly HashSet<string> Primitives = ["string", "integer", "number", "boolean", "any", "json", "asset", "archive"];

    internal sealed record Primitive(string Name) : TypeExpr
    {
        public override string ToString() => Name;
    }

    internal sealed record List(TypeExpr Element) : TypeExpr
    {
        public override string ToString() => $"list<{Element}>";
    }

    internal sealed record Map(TypeExpr Element) : TypeExpr
    {
        public override string ToString() => $"map<{Element}>";
    }

    internal sealed record Ref(string Key) : TypeExpr
    {
        public override string ToString() => $"ref:{Key}";
    }

    internal sealed record Enum(string Key) : TypeExpr
    {
        public override string ToString() => $"enum:{Key}";
    }

    internal sealed record Resource(string Key) : TypeExpr
    {
        public override string ToString() => $"res:{Key}";
    }

    internal sealed record Const(string Value) : TypeExpr
    {
        public override string ToString() => $"const:\"{Value}\"";
    }

    internal sealed record Union(IReadOnlyList<TypeExpr> Elements) : TypeExpr
    {
        public bool Equals(Union? other) => other is not null && ToString() == other.ToString();

        public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

        public override string ToString() => $"union<{string.Join(",", Elements)}>";
    }

    /// <exception cref="GeneratorException">The text is not a type of the grammar.</exception>
    internal static TypeExpr Parse(string text)
    {
        int open = text.IndexOf('<', StringComparison.Ordinal);
        if (text.StartsWith("const:\"", StringComparison.Ordinal) && text.Length > 7 && text[^1] == '"')
        {
            return new Const(text[7..^1]);
        }

        if (open < 0)
        {
            return ParseName(text);
        }

        if (text[^1] != '>')
        {
            throw Unknown(text);
        }

        List<TypeExpr> arguments = [.. SplitArguments(text[(open + 1)..^1]).Select(Parse)];
        return (text[..open], arguments.Count) switch
        {
            ("list", 1) => new List(arguments[0]),
            ("map", 1) => new Map(arguments[0]),
            ("union", > 1) => new Union(arguments),
            _ => throw Unknown(text),
        };
    }

    /// <summary>This type and all types inside it, outermost first.</summary>
    internal IEnumerable<TypeExpr> Walk() => this switch
    {
        List list => list.Element.Walk().Prepend(this),
        Map map => map.Element.Walk().Prepend(this),
        Union union => union.Elements.SelectMany(e => e.Walk()).Prepend(this),
        _ => [this],
    };

    private static TypeExpr ParseName(string text)
    {
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return Primitives.Contains(text) ? new Primitive(text) : throw Unknown(text);
        }

        string key = text[(colon + 1)..];
        return (text[..colon], key.Contains('/', StringComparison.Ordinal)) switch
        {
            ("ref", true) => new Ref(key),
            ("enum", true) => new Enum(key),
            ("res", true) => new Resource(key),
            _ => throw Unknown(text),
        };
    }

    private static IEnumerable<string> SplitArguments(string text)
    {
        int depth = 0;
        int start = 0;
        for (int i = 0; i < text.Length; i++)
        {
            depth += text[i] switch { '<' => 1, '>' => -1, _ => 0 };
            if (text[i] == ',' && depth == 0)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    private static GeneratorException Unknown(string text) => new(
        $"'{text}' is not a schema type: expected {string.Join(", ", Primitives)}, list<T>, map<T>, union<A,B>, "
        + "ref:module/Name, enum:module/Name, res:module/Class or const:\"value\".");
}
