using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment;

/// <summary>Collects what a copy is good for, disruption by disruption.</summary>
internal sealed class CopyBuilder(string kind, string? region, Node node)
{
    private readonly Dictionary<Disruption, CopyUse> _uses = [];
    private readonly Dictionary<Disruption, string> _lost = [];

    public CopyBuilder Survives(Disruption disruption, Derivation staleness, Derivation recovery)
    {
        _uses[disruption] = new CopyUse(staleness, recovery);
        return this;
    }

    public CopyBuilder Loses(Disruption disruption, string why)
    {
        _lost[disruption] = why;
        return this;
    }

    public Copy Build() => new(kind, region, node) { Uses = _uses, Lost = _lost };
}
