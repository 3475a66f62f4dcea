using System.Collections.Frozen;
using System.Text.Json;

namespace DrInfra.Drctl.Export;

/// <summary>
/// The names by which the Terraform AWS provider knows what the Pulumi provider bridges. From terraform-map.json: one line per
/// resource type in use, with the properties that differ from the rule (snake case, the same shape); null where the stated
/// version lacks the property. tests/Provider compares the file with the provider's own schema.
/// </summary>
internal sealed class TerraformMap
{
    public const string ProviderToken = "pulumi:providers:aws";

    private static readonly Lazy<TerraformMap> Loaded = new(Load);

    private readonly FrozenDictionary<string, TerraformType> _types;

    private TerraformMap(string provider, string version, FrozenDictionary<string, TerraformType> types)
    {
        Provider = provider;
        Version = version;
        _types = types;
    }

    public static TerraformMap Shipped => Loaded.Value;

    /// <summary>The provider's source address.</summary>
    public string Provider { get; }

    /// <summary>The provider's version whose names these are.</summary>
    public string Version { get; }

    /// <summary>Pulumi type tokens and what Terraform calls them, the provider itself included.</summary>
    public IReadOnlyDictionary<string, TerraformType> Types => _types;

    /// <summary>Null for a type that the stated version does not have.</summary>
    public TerraformType? Find(string token) => _types.GetValueOrDefault(token);

    private static TerraformMap Load()
    {
        using var stream = typeof(TerraformMap).Assembly.GetManifestResourceStream("terraform-map.json")!;
        return Read(stream);
    }

    /// <summary>Reads a file of that form.</summary>
    internal static TerraformMap Read(Stream stream)
    {
        using var document = JsonDocument.Parse(stream);
        var root = document.RootElement;
        return new TerraformMap(
            root.GetProperty("provider").GetString()!,
            root.GetProperty("version").GetString()!,
            root.GetProperty("types").EnumerateObject().ToFrozenDictionary(type => type.Name, type => ReadType(type.Value), StringComparer.Ordinal));
    }

    private static TerraformType ReadType(JsonElement type) => new(
        type.GetProperty("type").GetString()!,
        ReadShape(type) ?? TerraformShape.Plain,
        Texts(type, "timeouts"));

    private static TerraformShape? ReadShape(JsonElement owner) => owner.TryGetProperty("properties", out var properties)
        ? new TerraformShape(
            properties.EnumerateObject().ToFrozenDictionary(entry => entry.Name, entry => ReadProperty(entry.Name, entry.Value), StringComparer.Ordinal))
        : null;

    private static TerraformProperty? ReadProperty(string name, JsonElement entry) => entry.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.String => new TerraformProperty(entry.GetString()!),
        _ => new TerraformProperty(
            entry.TryGetProperty("name", out var given) ? given.GetString()! : TerraformNames.Attribute(name),
            entry.TryGetProperty("one", out var one) && one.GetBoolean(),
            ReadShape(entry),
            Texts(entry, "fields")),
    };

    private static string[] Texts(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var list) ? [.. list.EnumerateArray().Select(item => item.GetString()!)] : [];
}
