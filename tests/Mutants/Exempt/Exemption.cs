namespace DrInfra.Tests.Mutants.Exempt;

/// <summary>A place whose weakening does not weaken recovery, and why.</summary>
/// <param name="Place">As <see cref="Mutant.Place"/>; a <c>*</c> at the beginning or at the end stands for anything.</param>
/// <param name="Reason">Why no rule is owed: one sentence.</param>
public sealed record Exemption(string Place, string Reason)
{
    public bool Covers(string place) => Place.StartsWith('*') ? place.EndsWith(Place[1..], StringComparison.Ordinal)
        : Place.EndsWith('*') ? place.StartsWith(Place[..^1], StringComparison.Ordinal) : place == Place;
}
