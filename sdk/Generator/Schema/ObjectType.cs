namespace DrInfra.SdkGenerator.Schema;

/// <summary>A nested type: its shape as an input, as an output, or both (null: not used that way).</summary>
internal sealed record ObjectType(IReadOnlyList<Property>? In, IReadOnlyList<Property>? Out)
{
    /// <summary>
    /// The type with outputs optional where the inputs are. A type has one list of required members, which the .NET packages use both
    /// ways; compact files are made from TypeScript, whose outputs have a list of their own.
    /// </summary>
    internal ObjectType WithOutputsOptionalLikeInputs()
    {
        if (In is null || Out is null)
        {
            return this;
        }

        Dictionary<string, Property> inputs = In.ToDictionary(i => i.Name, StringComparer.Ordinal);
        return this with
        {
            Out = [.. Out.Select(o => inputs.TryGetValue(o.Name, out Property? input) ? o with { Optional = !input.Required } : o)],
        };
    }
}
