using System.Text.Json.Nodes;
using DrInfra.Drctl.Export;

namespace DrInfra.Tests.Provider.Replacements;

/// <summary>Every change of one thing that a configuration can make to a block.</summary>
/// <param name="kind">The kind of texts in whatever is not changed.</param>
/// <param name="changed">The kind of the texts that change.</param>
internal sealed class Trials(int kind, int changed)
{
    /// <summary>The changes, each in both directions.</summary>
    public IEnumerable<Trial> Of(BlockSchema block, TerraformShape shape) => Forward(block, shape).SelectMany(trial => new[] { trial, trial.Reversed });

    /// <summary>What must be stated, and nothing else.</summary>
    public JsonObject Least(BlockSchema block) => Filled(block, Samples.IsStated, nested => nested.Minimum > 0, kind);

    private IEnumerable<Trial> Forward(BlockSchema block, TerraformShape shape) =>
        block.Attributes.Where(attribute => attribute.Settable)
            .SelectMany(attribute => Names(shape, attribute.Name).SelectMany(name => Of(block, attribute, name.Name)))
            .Concat(block.Blocks.Where(IsOfResource)
                .SelectMany(nested => Names(shape, nested.Name).SelectMany(name => Of(block, nested, name.Name, name.Property))));

    private static JsonObject Filled(BlockSchema block, Func<AttributeSchema, bool> attributes, Func<NestedSchema, bool> blocks, int kind)
    {
        var filled = block.Empty();
        foreach (var attribute in block.Attributes.Where(attributes))
        {
            filled[attribute.Name] = Samples.First(attribute, kind);
        }

        foreach (var nested in block.Blocks.Where(blocks))
        {
            filled[nested.Name] = nested.Single
                ? Filled(nested.Block, attributes, blocks, kind)
                : new JsonArray([.. Enumerable.Range(0, Math.Max(nested.Minimum, 1)).Select(index => Filled(nested.Block, attributes, blocks, kind + index))]);
        }

        return filled;
    }

    private IEnumerable<Trial> Of(BlockSchema block, AttributeSchema attribute, string name)
    {
        foreach (var (before, after) in Samples.Pairs(attribute.Type, changed))
        {
            yield return new Trial(name, attribute.Name, true, With(block, attribute.Name, before), With(block, attribute.Name, after));
            if (!attribute.Required)
            {
                yield return new Trial(name, attribute.Name, false, Least(block), With(block, attribute.Name, after));
            }
        }
    }

    private IEnumerable<Trial> Of(BlockSchema block, NestedSchema nested, string name, TerraformProperty property)
    {
        var one = nested.Single || nested.One || property.One;
        foreach (var trial in Forward(nested.Block, property.Nested ?? TerraformShape.Plain))
        {
            yield return trial with
            {
                Attribute = nested.Name,
                Place = one ? $"{name}.{trial.Place}" : $"{name}[*].{trial.Place}",
                Before = With(block, nested.Name, Item(nested, trial.Before)),
                After = With(block, nested.Name, Item(nested, trial.After)),
            };
        }

        var full = Full(nested.Block, kind);
        if (nested.Minimum == 0)
        {
            foreach (var item in new[] { full, Least(nested.Block) })
            {
                yield return new Trial($"{name}[+]", nested.Name, false, Least(block), With(block, nested.Name, Item(nested, item)));
            }
        }

        if (!one)
        {
            var two = new JsonArray(full.DeepClone(), Full(nested.Block, kind + 1));
            yield return new Trial($"{name}[+]", nested.Name, false, With(block, nested.Name, Item(nested, full)), With(block, nested.Name, two));
        }
    }

    private static JsonObject Full(BlockSchema block, int kind) => Filled(block, attribute => attribute.Settable, IsOfResource, kind);

    // Times of the provider, not of the resource.
    private static bool IsOfResource(NestedSchema nested) => nested.Name != "timeouts";

    private JsonObject With(BlockSchema block, string name, JsonNode? value)
    {
        var filled = Least(block);
        filled[name] = value?.DeepClone();
        return filled;
    }

    private static JsonNode Item(NestedSchema nested, JsonObject item) => nested.Single ? item : new JsonArray(item.DeepClone());

    /// <summary>What Pulumi calls an attribute or block; in older versions some have another name.</summary>
    private static IEnumerable<(string Name, TerraformProperty Property)> Names(TerraformShape shape, string attribute)
    {
        var exceptions = shape.Exceptions.Where(entry => entry.Value?.Name == attribute).Select(entry => (entry.Key, entry.Value!)).ToList();
        var name = TerraformNames.Property(attribute);
        return exceptions.Count > 0 ? exceptions
            : shape.Exceptions.ContainsKey(name) ? []
            : [(name, new TerraformProperty(attribute))];
    }
}
