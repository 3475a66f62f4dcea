namespace DrInfra.SdkGenerator.Schema;

/// <summary>
/// A resource type. <c>State</c> holds what the state class has beyond, or typed otherwise than, the inputs.
/// </summary>
internal sealed record ResourceSpec(string Token, string Module, string Class)
{
    internal bool Component { get; init; }

    internal IReadOnlyList<string> Aliases { get; init; } = [];

    internal IReadOnlyList<string> SecretOutputs { get; init; } = [];

    internal IReadOnlyList<Property> Inputs { get; init; } = [];

    internal IReadOnlyList<Property> Outputs { get; init; } = [];

    internal IReadOnlyList<Property> State { get; init; } = [];

    internal bool IsProvider => Token.StartsWith("pulumi:providers:", StringComparison.Ordinal);

    /// <summary>All members of the state class: the inputs, none of them required, and <see cref="State"/> over them.</summary>
    internal IReadOnlyList<Property> StateProperties()
    {
        SortedDictionary<string, Property> all = new(StringComparer.Ordinal);
        foreach (Property input in Inputs)
        {
            all[input.Name] = input with { Required = false };
        }

        foreach (Property state in State)
        {
            all[state.Name] = state with { Required = false, Secret = state.Secret || SecretOutputs.Contains(state.Name) };
        }

        return [.. all.Values];
    }
}
