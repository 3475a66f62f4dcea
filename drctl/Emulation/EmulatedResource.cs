namespace DrInfra.Drctl.Emulation;

/// <summary>What the emulated cloud answered for one resource.</summary>
/// <param name="Id">The id in the shape the provider gives it; null for a component, which has none.</param>
/// <param name="Outputs">
/// By wire name. Values are of the kinds the SDK takes: text, bool, int, double, lists, dictionaries. What the provider
/// marks as secret is an <c>Output</c> made with <c>Output.CreateSecret</c>. An output that only the running service could
/// know is absent.
/// </param>
public sealed record EmulatedResource(string? Id, IReadOnlyDictionary<string, object> Outputs);
