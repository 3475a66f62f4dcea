using DrInfra.Drctl.Reports;
using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Diff;

/// <summary>Whether workloads can do without what goes: their verdicts before and after all changes together.</summary>
internal sealed class Reliance(Estate estate, CheckReport before, CheckReport after)
{
    private readonly Lazy<ILookup<string, Store>> _byMember = new(() => before.Assessments.SelectMany(assessment => assessment.Stores)
        .SelectMany(store => store.Members.Append(store.Node).Concat(store.Copies.Select(copy => copy.Node)).Distinct().Select(node => (node.Urn, store)))
        .ToLookup(pair => pair.Urn, pair => pair.store, StringComparer.Ordinal));

    /// <summary>The stores that a resource is a part of, or serves.</summary>
    public IReadOnlyList<Store> StoresOf(string urn)
    {
        var own = _byMember.Value[urn].ToList();
        return own.Count > 0 || estate.Find(urn) is not { } node || ClusterOf(node) is not { } cluster ? own : [.. _byMember.Value[cluster.Urn]];
    }

    /// <summary>Why a store's workload cannot do without what goes; null where it keeps its verdicts.</summary>
    public string? Loss(Store store)
    {
        var (assessment, kept) = Found(after, store.Node.Urn);
        return kept is null
            ? $"{store.Label} has no store anymore"
            : DisruptionNames.All.Select(disruption =>
                Loss(store, kept, disruption, Outcome(Found(before, store.Node.Urn).Assessment, store, disruption), Outcome(assessment, store, disruption)))
                .FirstOrDefault(loss => loss is not null);
    }

    private static string? Loss(Store store, Store kept, Disruption disruption, Outcome? had, Outcome? has)
    {
        if (had is { Verdict: not (ObjectiveVerdict.NotApplicable or ObjectiveVerdict.Unknown) } && has is not null)
        {
            return has.Verdict > had.Verdict && has.Verdict >= ObjectiveVerdict.Unknown
                ? $"{store.Workload} relies on it: {disruption.Text()} would be {VerdictText.Of(has.Verdict)} ({Broken(had, has)})"
                : null;
        }

        // Nobody promised anything, or the verdict is not known: a way back that there was must stay.
        var (was, will) = (StoreOutcome.Of(store, disruption), StoreOutcome.Of(kept, disruption));
        return IsLost(was.Rpo, will.Rpo) || IsLost(was.Recovery, will.Recovery)
            ? $"no other copy of {store.Label} survives the loss of {Lost(disruption)}"
            : disruption is Disruption.Region or Disruption.Account && will.Rpo.Figure.Typical > was.Rpo.Figure.Typical
            ? $"the next copy of {store.Label} for the loss of {Lost(disruption)} is {FigureText.Duration(will.Rpo.Figure.Typical)} old and not "
                + $"{FigureText.Duration(was.Rpo.Figure.Typical)}"
            : null;
    }

    private static string Broken(Outcome had, Outcome has) => string.Join(
        ", ",
        new[]
        {
            ("RPO", had.RpoVerdict, has.RpoVerdict, had.Rpo, has.Rpo, has.Objective.Rpo),
            ("RTO", had.RtoVerdict, has.RtoVerdict, had.Rto, has.Rto, has.Objective.Rto),
        }
            .Where(figure => figure.Item3 > figure.Item2)
            .Select(figure =>
                $"{figure.Item1} {FigureText.Duration(figure.Item4.Figure.Worst)} -> {FigureText.Duration(figure.Item5.Figure.Worst)}, promised "
                    + $"{Objective.Text(figure.Item6)}"));

    private static bool IsLost(Derivation was, Derivation will) => IsFinite(was.Figure.Typical) && !IsFinite(will.Figure.Typical);

    private static bool IsFinite(double? seconds) => seconds is { } known && double.IsFinite(known);

    private static string Lost(Disruption disruption) => disruption switch
    {
        Disruption.Instance => "an instance",
        Disruption.Zone => "a zone",
        Disruption.Region => "the Region",
        Disruption.Account => "the account",
        _ => "correct data",
    };

    // Pairs are judged apart: a workload of the same name in another one is another workload.
    private static (RecoveryAssessment? Assessment, Store? Store) Found(CheckReport report, string urn) => report.Assessments
        .Select(assessment => (assessment, Store: assessment.Stores.FirstOrDefault(candidate => candidate.Node.Urn == urn)))
        .FirstOrDefault(found => found.Store is not null);

    private static Outcome? Outcome(RecoveryAssessment? assessment, Store store, Disruption disruption) =>
        assessment?.Outcomes.FirstOrDefault(outcome => outcome.Workload == store.Workload && outcome.Disruption == disruption);

    // The instances of a cluster are capacity of its store.
    private Node? ClusterOf(Node node) => node.Type switch
    {
        RdsTypes.ClusterInstance => estate.References.Follow(node, "clusterIdentifier", RdsTypes.Cluster).Target,
        DocDbTypes.ClusterInstance => estate.References.Follow(node, "clusterIdentifier", DocDbTypes.Cluster).Target,
        NeptuneTypes.ClusterInstance => estate.References.Follow(node, "clusterIdentifier", NeptuneTypes.Cluster).Target,
        _ => null,
    };
}
