using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DrInfra.SdkGenerator.Schema;

namespace DrInfra.SdkGenerator.Import;

/// <summary>Converts the type and property notation of real package schemas into the compact one.</summary>
internal sealed class PackageTypes(JsonObject types, TokenMap tokens)
{
    private const string TypesPrefix = "#/types/";
    private const string ResourcesPrefix = "#/resources/";

    internal static DefaultValue? Default(JsonNode node)
    {
        string? value = node["default"]?.ToJsonString();
        List<string> env = [.. (node["defaultInfo"]?["environment"] as JsonArray ?? []).Select(e => e!.GetValue<string>())];
        return value is null && env.Count == 0 ? null : new DefaultValue(value, env);
    }

    internal static KeyValuePair<string, string> EnumMember(JsonNode? member)
    {
        string value = member!["value"]?.ToString() ?? "";
        return KeyValuePair.Create(Identifier(member["name"]?.GetValue<string>() ?? value), value);
    }

    internal Property Property(string name, JsonNode node, string owner)
    {
        TypeExpr type = node["const"] is { } value ? new TypeExpr.Const(value.ToString()) : Read(node, owner);
        return new Property(name, type)
        {
            Deprecated = node["deprecationMessage"] is not null,
            Plain = node["plain"]?.GetValue<bool>() ?? false,
        };
    }

    internal TypeExpr Read(JsonNode node, string owner)
    {
        if (node["$ref"]?.GetValue<string>() is { } reference)
        {
            return Reference(Uri.UnescapeDataString(reference), node, owner);
        }

        if (node["oneOf"] is JsonArray cases)
        {
            List<TypeExpr> distinct = [.. cases.Select(c => Read(c!, owner)).DistinctBy(t => t.ToString())];
            return distinct.Count == 1 ? distinct[0] : new TypeExpr.Union(distinct);
        }

        return node["type"]?.GetValue<string>() switch
        {
            "array" => new TypeExpr.List(Read(Child(node, "items", owner), owner)),
            "object" => new TypeExpr.Map(node["additionalProperties"] is { } of ? Read(of, owner) : new TypeExpr.Primitive("string")),
            "string" or "integer" or "number" or "boolean" => new TypeExpr.Primitive(node["type"]!.GetValue<string>()),
            var other => throw new GeneratorException(
                $"{owner}: the type '{other}' is unknown. Expected string, integer, number, boolean, array, object, $ref or oneOf."),
        };
    }

    private static JsonNode Child(JsonNode node, string name, string owner) => node[name]
        ?? throw new GeneratorException($"{owner}: '{name}' is missing.");

    private static string Identifier(string name)
    {
        StringBuilder text = new();
        bool upper = true;
        foreach (char c in name)
        {
            if (char.IsLetterOrDigit(c) || c == '_')
            {
                text.Append(upper ? char.ToUpper(c, CultureInfo.InvariantCulture) : c);
            }

            upper = !char.IsLetterOrDigit(c) && c != '_';
        }

        return text.Length == 0 ? "Empty" : char.IsDigit(text[0]) ? $"_{text}" : text.ToString();
    }

    private TypeExpr Reference(string reference, JsonNode node, string owner)
    {
        switch (reference)
        {
            case "pulumi.json#/Any":
                return new TypeExpr.Primitive("any");
            case "pulumi.json#/Json":
                return new TypeExpr.Primitive("json");
            case "pulumi.json#/Archive":
                return new TypeExpr.Primitive("archive");
            case "pulumi.json#/Asset":
                // The .NET packages take an archive wherever the schema says asset.
                return new TypeExpr.Union([new TypeExpr.Primitive("asset"), new TypeExpr.Primitive("archive")]);
        }

        if (reference.StartsWith(ResourcesPrefix, StringComparison.Ordinal))
        {
            return new TypeExpr.Resource(tokens.TypeKey(reference[ResourcesPrefix.Length..]));
        }

        string token = reference.StartsWith(TypesPrefix, StringComparison.Ordinal) ? reference[TypesPrefix.Length..] : "";
        if (types[token] is { } type)
        {
            string key = tokens.TypeKey(token);
            string primitive = type["type"]?.GetValue<string>() ?? "object";
            return type["enum"] is null ? new TypeExpr.Ref(key)
                : primitive == "string" ? new TypeExpr.Enum(key)
                : new TypeExpr.Primitive(primitive);
        }

        // A name without a definition stands for its underlying type; one of another package cannot be followed.
        return node["type"] is { } ? Read(new JsonObject { ["type"] = node["type"]!.DeepClone() }, owner) : new TypeExpr.Primitive("any");
    }
}
