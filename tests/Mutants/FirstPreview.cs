using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Mutants;

/// <summary>A graph before its deployment: no ids, no outputs, and no value that was made of them.</summary>
public static class FirstPreview
{
    /// <param name="within">Whether a text that only contains such a value is unknown too, as one that a program puts together is.</param>
    public static ResourceGraph Of(ResourceGraph graph, bool within = false)
    {
        var byUrn = graph.Resources.ToDictionary(resource => resource.Urn);
        return graph with { Resources = [.. graph.Resources.Select(resource => Forgotten(resource, byUrn, within))] };
    }

    private static GraphResource Forgotten(GraphResource resource, Dictionary<string, GraphResource> byUrn, bool within)
    {
        if (!resource.Custom)
        {
            return resource;
        }

        // The configuration of a cluster is put together from what only its deployment tells.
        var isProvider = resource.Type.StartsWith("pulumi:", StringComparison.Ordinal);
        var inputs = MapValue.Of(resource.Inputs.Select(input =>
        {
            var computed = resource.PropertyDependencies[input.Key].Select(urn => byUrn[urn]).SelectMany(Computed).ToHashSet(StringComparer.Ordinal);
            return new KeyValuePair<string, PropertyValue>(input.Key, computed.Count == 0 ? input.Value : Without(input.Value, computed, within || isProvider));
        }));
        if (isProvider)
        {
            return resource with { Inputs = inputs, Outputs = inputs };
        }

        return resource with
        {
            Id = null,
            Inputs = inputs,
            Outputs = MapValue.Of(
                resource.Outputs.Select(output => new KeyValuePair<string, PropertyValue>(output.Key, inputs[output.Key] ?? PropertyValue.Unknown))),
        };
    }

    // What a provider tells of its own: the id, and outputs that no input states. Region and tags are known before.
    private static IEnumerable<string> Computed(GraphResource resource) => resource.Outputs
        .Where(output => output.Key is not ("region" or "tagsAll") && resource.Inputs[output.Key] is null)
        .SelectMany(output => Texts(output.Value))
        .Append(resource.Id ?? "")
        .Where(text => text.Length > 4);

    private static IEnumerable<string> Texts(PropertyValue value) => value switch
    {
        TextValue text => [text.Value],
        SecretValue secret => Texts(secret.Value),
        ListValue list => list.SelectMany(Texts),
        MapValue map => map.SelectMany(pair => Texts(pair.Value)),
        _ => [],
    };

    private static PropertyValue Without(PropertyValue value, HashSet<string> computed, bool within) => value switch
    {
        TextValue text =>
            computed.Contains(text.Value) || (within && computed.Any(part => text.Value.Contains(part, StringComparison.Ordinal)))
                ? PropertyValue.Unknown
                : text,
        ListValue list => ListValue.Of(list.Select(item => Without(item, computed, within))),
        MapValue map => MapValue.Of(map.Select(pair => new KeyValuePair<string, PropertyValue>(pair.Key, Without(pair.Value, computed, within)))),
        _ => value,
    };
}
