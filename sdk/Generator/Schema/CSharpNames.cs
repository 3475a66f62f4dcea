using System.Text.Json.Nodes;

namespace DrInfra.SdkGenerator.Schema;

/// <summary>How names become C# names where the rule (upper-case the first letter) does not give those of the real package.</summary>
internal sealed class CSharpNames
{
    internal string RootNamespace { get; init; } = "";

    internal string ResourceAttribute { get; init; } = "";

    /// <summary><c>kubernetes20</c> or <c>tfbridge20</c>: which layout of classes and namespaces the real package has.</summary>
    internal string Compatibility { get; init; } = "tfbridge20";

    /// <summary>Module to namespace part, e.g. <c>dynamodb</c> to <c>DynamoDB</c>.</summary>
    internal SortedDictionary<string, string> Namespaces { get; } = new(StringComparer.Ordinal);

    /// <summary>Resource or function token, then wire name, to C# member.</summary>
    internal SortedDictionary<string, SortedDictionary<string, string>> Properties { get; } = new(StringComparer.Ordinal);

    /// <summary>Nested type key, then wire name, to C# member.</summary>
    internal SortedDictionary<string, SortedDictionary<string, string>> TypeProperties { get; } = new(StringComparer.Ordinal);

    /// <summary>Nested type key to full C# name of its input class, where it is not in its module's namespace.</summary>
    internal SortedDictionary<string, string> ProviderInputs { get; } = new(StringComparer.Ordinal);

    internal bool IsKubernetes => Compatibility == "kubernetes20";

    internal static CSharpNames Read(JsonNode node)
    {
        CSharpNames names = new()
        {
            RootNamespace = node["rootNamespace"]?.GetValue<string>() ?? "",
            ResourceAttribute = node["resourceAttribute"]?.GetValue<string>() ?? "",
            Compatibility = node["compatibility"]?.GetValue<string>() ?? "tfbridge20",
        };
        Fill(names.Namespaces, node["namespaces"]);
        Fill(names.ProviderInputs, node["providerInputs"]);
        FillNested(names.Properties, node["properties"]);
        FillNested(names.TypeProperties, node["typeProperties"]);
        return names;
    }

    /// <summary>Takes over what the other one knows; what is already known here stays.</summary>
    internal void Merge(CSharpNames other)
    {
        MergeMap(Namespaces, other.Namespaces);
        MergeMap(ProviderInputs, other.ProviderInputs);
        MergeNested(Properties, other.Properties);
        MergeNested(TypeProperties, other.TypeProperties);
    }

    internal JsonObject Write() => new()
    {
        ["rootNamespace"] = RootNamespace,
        ["resourceAttribute"] = ResourceAttribute,
        ["compatibility"] = Compatibility,
        ["namespaces"] = WriteMap(Namespaces),
        ["properties"] = WriteNested(Properties),
        ["typeProperties"] = WriteNested(TypeProperties),
        ["providerInputs"] = WriteMap(ProviderInputs),
    };

    private static void Fill(SortedDictionary<string, string> map, JsonNode? node)
    {
        foreach ((string key, JsonNode? value) in node as JsonObject ?? [])
        {
            map[key] = value!.GetValue<string>();
        }
    }

    private static void FillNested(SortedDictionary<string, SortedDictionary<string, string>> map, JsonNode? node)
    {
        foreach ((string key, JsonNode? value) in node as JsonObject ?? [])
        {
            map[key] = new SortedDictionary<string, string>(StringComparer.Ordinal);
            Fill(map[key], value);
        }
    }

    private static void MergeMap(SortedDictionary<string, string> into, SortedDictionary<string, string> from)
    {
        foreach ((string key, string value) in from)
        {
            into.TryAdd(key, value);
        }
    }

    private static void MergeNested(
        SortedDictionary<string, SortedDictionary<string, string>> into, SortedDictionary<string, SortedDictionary<string, string>> from)
    {
        foreach ((string key, SortedDictionary<string, string> members) in from)
        {
            if (into.TryGetValue(key, out SortedDictionary<string, string>? known))
            {
                MergeMap(known, members);
            }
            else
            {
                into[key] = new SortedDictionary<string, string>(members, StringComparer.Ordinal);
            }
        }
    }

    private static JsonObject WriteMap(SortedDictionary<string, string> map) =>
        new(map.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)JsonValue.Create(e.Value))));

    private static JsonObject WriteNested(SortedDictionary<string, SortedDictionary<string, string>> map) =>
        new(map.Select(e => KeyValuePair.Create(e.Key, (JsonNode?)WriteMap(e.Value))));
}
