using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace DrInfra.Tests;

/// <summary>JSON with something changed. What changes nothing is a mistake of the test.</summary>
internal static class JsonChange
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Sets what is at a path such as <c>rules/0/status</c>, a slash in a key written <c>~1</c>; null takes it away.</summary>
    public static void Set(JsonNode root, string path, JsonNode? value)
    {
        var before = root.DeepClone();
        var steps = path.Split('/').Select(step => string.Join('/', step.Split("~1"))).ToList();
        var owner = steps.SkipLast(1).Aggregate(root, (node, step) => (node is JsonArray items ? items[int.Parse(step)] : node[step])
            ?? throw new ArgumentException($"{path}: there is no {step}", nameof(path)));
        switch (owner)
        {
            case JsonArray items when value is null:
                items.RemoveAt(int.Parse(steps[^1]));
                break;
            case JsonArray items:
                items[int.Parse(steps[^1])] = value;
                break;
            case JsonObject members when value is null:
                members.Remove(steps[^1]);
                break;
            default:
                owner[steps[^1]] = value;
                break;
        }

        if (JsonNode.DeepEquals(before, root))
        {
            throw new ArgumentException($"{path}: {value?.ToJsonString() ?? "taking it away"} changes nothing", nameof(path));
        }
    }

    /// <summary>On one line, as it is written in tests: <c>{ "a": [1, { "b": true }] }</c>.</summary>
    public static string Written(JsonNode? node) => node switch
    {
        JsonObject { Count: 0 } => "{}",
        JsonObject map => $"{{ {string.Join(", ", map.Select(pair => $"{JsonSerializer.Serialize(pair.Key, Relaxed)}: {Written(pair.Value)}"))} }}",
        JsonArray list => $"[{string.Join(", ", list.Select(Written))}]",
        _ => node?.ToJsonString(Relaxed) ?? "null",
    };

    /// <summary>With every text of it that is not left as it is.</summary>
    public static JsonNode? Texts(JsonNode? node, Func<string, string> change) => node switch
    {
        JsonObject map => new JsonObject(map.Select(pair => KeyValuePair.Create(pair.Key, Texts(pair.Value, change)))),
        JsonArray list => new JsonArray([.. list.Select(item => Texts(item, change))]),
        JsonValue leaf when leaf.TryGetValue<string>(out var text) => change(text),
        _ => node?.DeepClone(),
    };
}
