namespace DrInfra.Drctl.Export;

/// <summary>Something of the graph that the export does not hold.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Type">Its type token.</param>
/// <param name="Property">The property, or the option; null for the whole resource.</param>
/// <param name="Reason">Why.</param>
internal sealed record LeftOut(string Urn, string Type, string? Property, string Reason);
