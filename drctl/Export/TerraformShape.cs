using System.Collections.Frozen;

namespace DrInfra.Drctl.Export;

/// <summary>What an object's properties are called, where that is not the rule.</summary>
/// <param name="Exceptions">By Pulumi's name; null for a property that the provider lacks.</param>
internal sealed record TerraformShape(FrozenDictionary<string, TerraformProperty?> Exceptions)
{
    public static readonly TerraformShape Plain = new(FrozenDictionary<string, TerraformProperty?>.Empty);

    /// <summary>Null where the provider lacks the property.</summary>
    public TerraformProperty? Find(string property) =>
        Exceptions.TryGetValue(property, out var exception) ? exception : new TerraformProperty(TerraformNames.Attribute(property));
}
