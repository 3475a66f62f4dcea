using System.Text.Json;
using DrInfra.Policies.Graph;

namespace DrInfra.Drctl.Export;

/// <summary>A configuration of the AWS provider for each of the graph's, under the name of its Region.</summary>
internal sealed class ProviderAliases
{
    private readonly SortedDictionary<string, GraphResource> _byAlias = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);

    public ProviderAliases(ResourceGraph graph)
    {
        var providers = graph.Resources.Where(resource => resource.Type == TerraformMap.ProviderToken).OrderBy(resource => resource.Urn, StringComparer.Ordinal)
            .ToList();
        foreach (var provider in providers)
        {
            var region = RegionOf(provider);
            var shared = region is null || providers.Count(other => RegionOf(other) == region) > 1;
            var alias = TerraformNames.Label(shared ? provider.Name : region!);
            _aliases[provider.Urn] = alias;
            _byAlias[alias] = provider;
        }
    }

    /// <summary>Such as <c>aws.eu_west_1</c>; null where the resource has the default provider.</summary>
    public string? Of(GraphResource resource)
    {
        var end = resource.Provider?.LastIndexOf("::", StringComparison.Ordinal) ?? -1;
        return end > 0 && _aliases.TryGetValue(resource.Provider![..end], out var alias) ? $"aws.{alias}" : null;
    }

    public void Write(Utf8JsonWriter json, Addresses addresses, ExportNotes notes)
    {
        if (_byAlias.Count == 0)
        {
            return;
        }

        json.WriteStartObject("provider");
        json.WriteStartArray("aws");
        foreach (var (alias, provider) in _byAlias)
        {
            json.WriteStartObject();
            json.WriteString("alias", alias);
            new ValueWriter(json, provider, $"provider_{alias}", addresses, notes)
                .WriteProperties(Unpacked(provider.Inputs), TerraformMap.Shipped.Find(TerraformMap.ProviderToken)!.Shape);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static string? RegionOf(GraphResource provider) => (provider.Inputs["region"] as TextValue)?.Value;

    /// <summary>A provider's inputs are texts on Pulumi's wire: what is no text is JSON in one.</summary>
    private static MapValue Unpacked(MapValue inputs) => MapValue.Of(inputs.Select(input => KeyValuePair.Create(
        input.Key,
        input.Value is TextValue { Value: ['[' or '{', ..] text } ? JsonValues.Parse(text) : input.Value)));
}
