namespace DrInfra.Drctl.Export;

/// <summary>A value that a resource gives to others.</summary>
/// <param name="Value">The value, as text.</param>
/// <param name="Urn">The resource.</param>
/// <param name="Property">Pulumi's name of the output, or the path to it in an object; <c>id</c> for the id.</param>
/// <param name="InsideTexts">Whether it is telling enough to be recognized as a part of a longer text.</param>
/// <param name="OnlyWhole">It is a number: only a text that is this number, and nothing else, can have come from it.</param>
internal sealed record KnownOutput(string Value, string Urn, string Property, bool InsideTexts, bool OnlyWhole);
