namespace DrInfra.Policies.Catalogue;

/// <summary>A practice of disaster recovery and business continuity.</summary>
/// <param name="Id">A letter for the area and a number: <c>B1</c>.</param>
/// <param name="Area">The heading it stands under.</param>
/// <param name="Title">What is done, in a few words.</param>
/// <param name="Elsewhere">How it is put to work where no rule can see it; null where rules say it all.</param>
public sealed record Practice(string Id, string Area, string Title, string? Elsewhere = null);
