namespace DrInfra.Policies.Catalogue;

/// <summary>A practice of disaster recovery and business continuity.</summary>
/// <param name="Id">A letter for the area and a number: <c>B1</c>.</param>
/// <param name="Area">The heading it stands under.</param>
/// <param name="Title">What is done, in a few words.</param>
/// <param name="WellArchitected">The best practice, or the question, of the Reliability Pillar: <c>REL09-BP03</c>.</param>
/// <param name="Nist">The section of NIST SP 800-34 Rev. 1: <c>3.4.1</c>.</param>
/// <param name="Elsewhere">How it is put to work where no rule can see it; null where rules say it all.</param>
public sealed record Practice(string Id, string Area, string Title, string WellArchitected, string Nist, string? Elsewhere = null)
{
    /// <summary>Why no component declares it; null where one does.</summary>
    public string? NotDeclared { get; init; }

    /// <summary>Why no rule enforces it; null where one does.</summary>
    public string? NotEnforced { get; init; }

    /// <summary>Why no test exercises it; null where one does.</summary>
    public string? NotExercised { get; init; }
}
