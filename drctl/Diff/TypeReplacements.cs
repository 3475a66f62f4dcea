namespace DrInfra.Drctl.Diff;

/// <summary>
/// What changes of one resource type do, as property paths: <c>list[*].x</c> is a property of a list's items, <c>list[+]</c> a new item
/// of a list or a block that appears, <c>list[-]</c> one that goes, <c>x[=]</c> another value of what is stated. Any other path stands for
/// everything under it.
/// </summary>
/// <param name="InPlace">The resource stays what it is, whatever the values.</param>
/// <param name="Replaces">Another value makes a new resource.</param>
internal sealed record TypeReplacements(IReadOnlyList<string> InPlace, IReadOnlyList<string> Replaces);
