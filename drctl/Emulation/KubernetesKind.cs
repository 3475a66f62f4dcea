using System.Collections.Immutable;

namespace DrInfra.Drctl.Emulation;

/// <summary>What an API server does with objects of one kind.</summary>
/// <param name="Type">Type token.</param>
/// <param name="Namespaced">Whether objects of it are in a namespace; where none is stated, in <c>default</c>.</param>
internal sealed record KubernetesKind(string Type, bool Namespaced = true)
{
    /// <summary>What it fills in at the root of an object.</summary>
    public ImmutableDictionary<string, object> Defaults { get; init; } = Wire.EmptyMap;

    /// <summary>What it fills in under <c>spec</c>.</summary>
    public ImmutableDictionary<string, object> SpecDefaults { get; init; } = Wire.EmptyMap;
}
