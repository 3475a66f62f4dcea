using DrInfra.Policies.Aws.CloudFront;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>How a distribution leaves a lost Region: by origin groups, of which the second origin stands in for the first, request by request.</summary>
internal sealed class DistributionRouting(Estate estate, Estimates estimates)
{
    /// <summary>Until the distribution behind a name answers from another Region; null where there is none behind it.</summary>
    /// <param name="lost">The Region that is lost; null takes that of each first origin.</param>
    public Derivation? Of(string name, IReadOnlyList<Node> records, string? lost) =>
        DistributionOrigins.Behind(estate, name, records) is not { } distribution ? null
            : DistributionOrigins.IsOff(distribution) ? Derivation.Never($"{distribution.Name} serves", "the distribution is off")
            : Derivation.Max(
                $"{distribution.Name} leaves the lost Region",
                [.. DistributionOrigins.Of(distribution).Select(behaviour => Leaves(distribution, behaviour.Behaviour, behaviour.Origins, lost))]);

    private Derivation Leaves(Node distribution, string behaviour, IReadOnlyList<Prop> origins, string? lost)
    {
        string?[] regions = [.. origins.Select(origin => DistributionOrigins.RegionOf(estate, origin))];
        var gone = lost ?? regions.FirstOrDefault();
        return regions.Length == 0 || regions[0] is null || (regions[0] == gone && regions.Skip(1).Contains(null))
            ? Derivation.Leaf($"{behaviour} fails over to another origin", Figure.Unknown, new Source(SourceKind.Property, "origins", distribution.Urn))
            : regions[0] != gone ? Derivation.Nothing($"{behaviour} stays available", $"its origin is in {regions[0]}")
            : regions.All(region => region == gone)
                ? Derivation.Never($"{behaviour} fails over to another origin", $"{distribution.Name} has no origin outside {gone}")
            : estimates.Duration(
                $"{behaviour} fails over to the second origin", "origin-failover", distribution.Workload ?? "", null, distribution.Urn, "cf-origin-attempts");
    }
}
