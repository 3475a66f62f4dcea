namespace DrInfra.Drctl.Diff;

/// <summary>
/// What is known of one resource type's updates. <paramref name="InPlace"/>: property paths that the provider changes without a new resource (it has them
/// without
/// ForceNew and sends them to the service's modify call); <c>list[+]</c> is a new item of that list, <c>list[-]</c> one
/// that goes, <c>list[*].x</c> a property of its items.
/// </summary>
internal sealed record TypeReview(string Type, params string[] InPlace);
