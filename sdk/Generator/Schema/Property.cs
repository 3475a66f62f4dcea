using System.Text.Json.Nodes;

namespace DrInfra.SdkGenerator.Schema;

/// <summary>One input or output of a resource, function or nested type. <c>Name</c> is the name on the wire.</summary>
internal sealed record Property(string Name, TypeExpr Type)
{
    internal bool Required { get; init; }

    internal bool Optional { get; init; }

    internal bool Secret { get; init; }

    internal bool Deprecated { get; init; }

    internal bool Plain { get; init; }

    internal DefaultValue? Default { get; init; }

    internal static Property Read(JsonNode node, string owner)
    {
        string name = node["name"]?.GetValue<string>()
            ?? throw new GeneratorException($"{owner}: a property has no 'name'. Compact schemas give every property 'name' and 'type'.");
        string type = node["type"]?.GetValue<string>()
            ?? throw new GeneratorException($"{owner}.{name}: the property has no 'type'.");
        try
        {
            return new Property(name, TypeExpr.Parse(type))
            {
                Required = Flag(node, "required"),
                Optional = Flag(node, "optional"),
                Secret = Flag(node, "secret"),
                Deprecated = Flag(node, "dep"),
                Plain = Flag(node, "plain"),
                Default = node["default"] is { } value ? DefaultValue.Read(value) : null,
            };
        }
        catch (GeneratorException e)
        {
            throw new GeneratorException($"{owner}.{name}: {e.Message}", e);
        }
    }

    internal JsonObject Write()
    {
        JsonObject node = new() { ["name"] = Name, ["type"] = Type.ToString() };
        SetFlag(node, "required", Required);
        SetFlag(node, "optional", Optional);
        SetFlag(node, "secret", Secret);
        SetFlag(node, "dep", Deprecated);
        SetFlag(node, "plain", Plain);
        if (Default is not null)
        {
            node["default"] = Default.Write();
        }

        return node;
    }

    private static bool Flag(JsonNode node, string name) => node[name]?.GetValue<bool>() ?? false;

    private static void SetFlag(JsonObject node, string name, bool value)
    {
        if (value)
        {
            node[name] = true;
        }
    }
}
