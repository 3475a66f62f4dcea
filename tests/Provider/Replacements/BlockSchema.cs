using System.Text.Json;
using System.Text.Json.Nodes;

namespace DrInfra.Tests.Provider.Replacements;

/// <summary>A resource, or a block in one, as <c>terraform providers schema</c> tells it.</summary>
internal sealed record BlockSchema(IReadOnlyList<AttributeSchema> Attributes, IReadOnlyList<NestedSchema> Blocks)
{
    public static BlockSchema Of(JsonElement block) => new(
        [.. Members(block, "attributes").Select(member => new AttributeSchema(
            member.Name,
            member.Value.GetProperty("type"),
            Is(member.Value, "required"),
            Is(member.Value, "required") || Is(member.Value, "optional"),
            Is(member.Value, "computed")))],
        [.. Members(block, "block_types").Select(member => new NestedSchema(
            member.Name,
            Of(member.Value.GetProperty("block")),
            member.Value.GetProperty("nesting_mode").GetString() == "single",
            Count(member.Value, "min_items"),
            Count(member.Value, "max_items") == 1))]);

    /// <summary>The block with nothing in it.</summary>
    public JsonObject Empty() => new([
        .. Attributes.Select(attribute => KeyValuePair.Create(attribute.Name, (JsonNode?)null)),
        .. Blocks.Select(block => KeyValuePair.Create(block.Name, block.Single ? null : (JsonNode?)new JsonArray()))]);

    private static IEnumerable<JsonProperty> Members(JsonElement block, string kind) =>
        block.TryGetProperty(kind, out var members) ? members.EnumerateObject() : [];

    private static bool Is(JsonElement attribute, string flag) => attribute.TryGetProperty(flag, out var value) && value.GetBoolean();

    private static int Count(JsonElement block, string name) => block.TryGetProperty(name, out var value) ? value.GetInt32() : 0;
}

/// <summary>An attribute.</summary>
/// <param name="Type">Its type: a word, or a list of a word and what is in it.</param>
/// <param name="Settable">A configuration may, or must, state it.</param>
/// <param name="Computed">The provider knows it where the configuration does not state it.</param>
internal sealed record AttributeSchema(string Name, JsonElement Type, bool Required, bool Settable, bool Computed);

/// <summary>A block in a block.</summary>
/// <param name="Single">At most one, and no list.</param>
/// <param name="Minimum">How many there must be.</param>
/// <param name="One">A list of at most one.</param>
internal sealed record NestedSchema(string Name, BlockSchema Block, bool Single, int Minimum, bool One);
