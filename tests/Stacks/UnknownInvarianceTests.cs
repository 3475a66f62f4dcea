using DrInfra.Policies.Model;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// The first preview of a new stack knows no reference and nothing that a provider computes. What is said of it must be what is said
/// of the deployed stack.
/// </summary>
[Collection(ShippedStacksGroup.Name)]
public class UnknownInvarianceTests(ShippedStacks stacks)
{
    [Fact]
    public void FirstPreview_HasTheVerdictsOfTheDeployedStacks()
    {
        var preview = ShippedVerdicts.Of(Forgotten(stacks.Dev.Graph), Forgotten(stacks.Dr.Graph));
        var deployed = ShippedVerdicts.Of(stacks.Dev.Graph, stacks.Dr.Graph);

        Assert.Equal(string.Join('\n', deployed.Lines()), string.Join('\n', preview.Lines()));
        Assert.Equal("", string.Join('\n', preview.UnknownLines()));
        Assert.Equal(deployed.Objectives(), preview.Objectives());
    }

    /// <summary>The graph before its deployment: no ids, no outputs, and no value that was made of them.</summary>
    private static ResourceGraph Forgotten(ResourceGraph graph)
    {
        var byUrn = graph.Resources.ToDictionary(resource => resource.Urn);
        return graph with { Resources = [.. graph.Resources.Select(resource => Forgotten(resource, byUrn))] };
    }

    private static GraphResource Forgotten(GraphResource resource, Dictionary<string, GraphResource> byUrn)
    {
        if (!resource.Custom || resource.Type.StartsWith("pulumi:", StringComparison.Ordinal))
        {
            return resource;
        }

        var inputs = MapValue.Of(resource.Inputs.Select(input =>
        {
            var computed = resource.PropertyDependencies[input.Key].Select(urn => byUrn[urn]).SelectMany(Computed).ToHashSet(StringComparer.Ordinal);
            return new KeyValuePair<string, PropertyValue>(input.Key, computed.Count == 0 ? input.Value : Without(input.Value, computed));
        }));
        return resource with
        {
            Id = null,
            Inputs = inputs,
            Outputs = MapValue.Of(resource.Outputs.Select(output => new KeyValuePair<string, PropertyValue>(output.Key, inputs[output.Key] ?? PropertyValue.Unknown))),
        };
    }

    // What a provider tells of its own: the id, and outputs that no input states. Region and tags are known before.
    private static IEnumerable<string> Computed(GraphResource resource) => resource.Outputs
        .Where(output => output.Key is not ("region" or "tagsAll") && resource.Inputs[output.Key] is null)
        .SelectMany(output => output.Value.Texts())
        .Select(pair => pair.Text)
        .Append(resource.Id ?? "")
        .Where(text => text.Length > 4);

    private static PropertyValue Without(PropertyValue value, HashSet<string> computed) => value switch
    {
        TextValue text => computed.Contains(text.Value) ? PropertyValue.Unknown : text,
        ListValue list => ListValue.Of(list.Select(item => Without(item, computed))),
        MapValue map => MapValue.Of(map.Select(pair => new KeyValuePair<string, PropertyValue>(pair.Key, Without(pair.Value, computed)))),
        _ => value,
    };
}
