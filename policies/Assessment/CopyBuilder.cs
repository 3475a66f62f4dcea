using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>Collects what a copy is good for, disruption by disruption.</summary>
internal sealed class CopyBuilder(string kind, string? region, Node node)
{
    private readonly Dictionary<Disruption, CopyUse> _uses = [];
    private readonly Dictionary<Disruption, Reason> _lost = [];

    public CopyBuilder Survives(Disruption disruption, Derivation staleness, Derivation recovery)
    {
        _uses[disruption] = new CopyUse(staleness, recovery);
        return this;
    }

    /// <summary>It does not survive; where the reason is not known yet, nothing is known of what it gives.</summary>
    public CopyBuilder Loses(Disruption disruption, Reason why)
    {
        if (why.IsUnknown)
        {
            var unknown = UnknownReason.Leaf($"whether the {kind} is usable", why);
            return Survives(disruption, unknown, unknown);
        }

        _lost[disruption] = why;
        return this;
    }

    /// <summary>It survives none of these.</summary>
    public CopyBuilder Loses(Reason why, params IEnumerable<Disruption> disruptions)
    {
        foreach (var disruption in disruptions)
        {
            Loses(disruption, why);
        }

        return this;
    }

    public Copy Build() => new(kind, region, node) { Uses = _uses, Lost = _lost };
}
