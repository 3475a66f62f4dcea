namespace DrInfra.Drctl.Diff;

/// <summary>Another Region, or another cluster of Kubernetes, by which a resource is another one.</summary>
/// <param name="Option">How it is shown.</param>
/// <param name="Because">What forces it, as the end of a sentence.</param>
/// <param name="Certain">Whether it is known that the places are two.</param>
internal sealed record PlaceChange(OptionChange Option, string Because, bool Certain);
