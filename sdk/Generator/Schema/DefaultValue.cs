using System.Text.Json.Nodes;

namespace DrInfra.SdkGenerator.Schema;

/// <summary>
/// What an input is set to when the program says nothing: the first of the environment variables <c>Env</c> that is set, else the
/// literal <c>Value</c> (JSON text), if there is one.
/// </summary>
internal sealed record DefaultValue(string? Value, IReadOnlyList<string> Env)
{
    internal static DefaultValue Read(JsonNode node) => new(
        node["value"]?.ToJsonString(),
        [.. (node["env"] as JsonArray ?? []).Select(e => e!.GetValue<string>())]);

    internal JsonObject Write()
    {
        JsonObject node = [];
        if (Value is not null)
        {
            node["value"] = JsonNode.Parse(Value);
        }

        if (Env.Count > 0)
        {
            node["env"] = new JsonArray([.. Env.Select(e => (JsonNode)JsonValue.Create(e))]);
        }

        return node;
    }
}
