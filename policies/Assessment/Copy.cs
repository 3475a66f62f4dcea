using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>A place where a store's data also is, and what it is good for under each disruption.</summary>
/// <param name="Kind">Such as <c>replica</c>, <c>point-in-time window</c>, <c>backup</c>.</param>
/// <param name="Region">Null where it is not known.</param>
/// <param name="Node">The resource that makes the copy.</param>
public sealed record Copy(string Kind, string? Region, Node Node)
{
    /// <summary>By disruption that it survives: how old it is at worst, and what bringing the data back from it takes.</summary>
    public IReadOnlyDictionary<Disruption, CopyUse> Uses { get; init; } = new Dictionary<Disruption, CopyUse>();

    /// <summary>By disruption that it does not survive: why.</summary>
    public IReadOnlyDictionary<Disruption, Reason> Lost { get; init; } = new Dictionary<Disruption, Reason>();

    /// <summary>
    /// What several copies have in common, of which only the deployment will tell which it is: what all give alike, and unknown where
    /// they differ.
    /// </summary>
    public static Copy Common(IReadOnlyList<Copy> candidates, Reason unknown)
    {
        var first = candidates[0];
        var builder = new CopyBuilder(
            candidates.All(copy => copy.Kind == first.Kind) ? first.Kind : "backup", candidates.All(copy => copy.Region == first.Region) ? first.Region : null,
            first.Node);
        foreach (var disruption in DisruptionNames.All)
        {
            if (candidates.All(copy => copy.Lost.ContainsKey(disruption)))
            {
                builder.Loses(disruption, first.Lost[disruption]);
            }
            else if (candidates.All(copy =>
                copy.Uses.TryGetValue(disruption, out var use) && use.Staleness.Figure == first.Uses.GetValueOrDefault(disruption)?.Staleness.Figure
                    && use.Recovery.Figure == first.Uses[disruption].Recovery.Figure))
            {
                builder.Survives(disruption, first.Uses[disruption].Staleness, first.Uses[disruption].Recovery);
            }
            else if (candidates.Any(copy => copy.Lost.ContainsKey(disruption) || copy.Uses.ContainsKey(disruption)))
            {
                builder.Loses(disruption, unknown);
            }
        }

        return builder.Build();
    }
}

/// <summary>What a copy gives under one disruption.</summary>
/// <param name="Staleness">How much recent work is not in it.</param>
/// <param name="Recovery">The time until the data serves again from it, once it was decided.</param>
public sealed record CopyUse(Derivation Staleness, Derivation Recovery);
