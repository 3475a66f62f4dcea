using DrInfra.Policies.Aws;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;

namespace DrInfra.Policies.Assessment.Stores;

/// <summary>What the readers of the state of jobs share.</summary>
internal static class JobStates
{
    public const string Kind = "job state";

    /// <summary>A store of twins, the first of which is at home.</summary>
    public static Store Of(StoreContext context, IReadOnlyList<Node> twins)
    {
        var home = twins[0];
        return new Store(home, context.WorkloadOf(home), Kind, PhysicalName.Of(home) ?? home.Name, home.Region) { Members = twins };
    }

    /// <summary>That it depends on the sources whether a state that is gone can be had again.</summary>
    public static Reason FromSources(Node node, string property) =>
        Reason.Uncertain("whether the state can be computed again from the sources is not known", node, property);

    /// <summary>A copy that outlives a node and a zone, since the service keeps it apart from both.</summary>
    public static CopyBuilder KeptByTheService(this CopyBuilder copy, string what, string why, Derivation restart) => copy
        .Survives(Disruption.Instance, Derivation.Nothing(what, why), restart).Survives(Disruption.Zone, Derivation.Nothing(what, why), restart);
}
