using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>A stack's configuration before it is understood.</summary>
/// <param name="Project">The project's name, the namespace of its own keys.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Values">
/// Values by full key (<c>drinfra:role</c>), as the engine hands them over: scalars as text, arrays and objects as JSON text.
/// </param>
public sealed record StackConfiguration(string Project, string Stack, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>The values as their files have them, by full key, where the reader of the files gives them; for the places in messages.</summary>
    public IReadOnlyDictionary<string, YamlValue> Sources { get; init; } = new Dictionary<string, YamlValue>();
}
