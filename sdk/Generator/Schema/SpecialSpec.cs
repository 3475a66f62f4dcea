using System.Text.Json.Nodes;

namespace DrInfra.SdkGenerator.Schema;

/// <summary>
/// The hand-written CustomResource of Pulumi.Kubernetes: programs derive from it and from its abstract argument class, whose protected
/// constructor takes the values of <c>ArgsConstructor</c>; <c>Token</c> is a template over these.
/// </summary>
internal sealed record SpecialSpec(string Class, string Module, string Token, string ArgsClass)
{
    internal IReadOnlyList<Property> Outputs { get; init; } = [];

    internal IReadOnlyList<Property> Inputs { get; init; } = [];

    internal IReadOnlyList<string> ArgsConstructor { get; init; } = [];

    internal static SpecialSpec Read(JsonNode node)
    {
        string name = Text(node, "class");
        JsonNode args = node["args"] ?? throw new GeneratorException($"special {name}: 'args' is missing.");
        return new SpecialSpec(name, Text(node, "module"), Text(node, "token"), Text(args, "class"))
        {
            Outputs = Properties(node["outputs"], name),
            Inputs = Properties(args["inputs"], name),
            ArgsConstructor = [.. (args["protectedCtor"] as JsonArray ?? []).Select(p => p!.GetValue<string>().Split(':')[0])],
        };
    }

    internal JsonObject Write() => new()
    {
        ["class"] = Class,
        ["module"] = Module,
        ["token"] = Token,
        ["outputs"] = new JsonArray([.. Outputs.Select(p => (JsonNode)p.Write())]),
        ["args"] = new JsonObject
        {
            ["class"] = ArgsClass,
            ["protectedCtor"] = new JsonArray([.. ArgsConstructor.Select(p => (JsonNode)JsonValue.Create($"{p}:string"))]),
            ["inputs"] = new JsonArray([.. Inputs.Select(p => (JsonNode)p.Write())]),
        },
    };

    private static List<Property> Properties(JsonNode? list, string owner) =>
        [.. (list as JsonArray ?? []).Select(p => Property.Read(p!, owner))];

    private static string Text(JsonNode node, string name) => node[name]?.GetValue<string>()
        ?? throw new GeneratorException($"special: '{name}' is missing.");
}
