namespace DrInfra.Recovery.Timeline;

/// <summary>What a figure rests on that can be changed: no rule's, so that whoever finds the same fault can point to the same place.</summary>
/// <param name="Urn">The resource to change.</param>
/// <param name="Property">The path of the property to change; null where it is about the whole resource.</param>
/// <param name="Text">What is wrong with it, one line.</param>
public sealed record Cause(string Urn, string? Property, string Text);
