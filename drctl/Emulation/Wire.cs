using System.Collections.Immutable;

namespace DrInfra.Drctl.Emulation;

/// <summary>Nested values in the kinds that the SDK takes from a mock.</summary>
internal static class Wire
{
    public static ImmutableDictionary<string, object> EmptyMap { get; } = ImmutableDictionary.Create<string, object>(StringComparer.Ordinal);

    public static ImmutableDictionary<string, object> Map(params ReadOnlySpan<(string Key, object Value)> entries)
    {
        var map = EmptyMap.ToBuilder();
        foreach (var (key, value) in entries)
        {
            map[key] = value;
        }

        return map.ToImmutable();
    }

    /// <summary>A nested block with the provider's defaults under what the program gave.</summary>
    public static ImmutableDictionary<string, object> Over(ImmutableDictionary<string, object> defaults, IReadOnlyDictionary<string, object>? given) =>
        given is null ? defaults : defaults.SetItems(given);
}
