using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Mutants;

/// <summary>
/// Whether a check of the pair notices a mutant: a violation that was not there, something unknown that was known, or an objective
/// with a worse verdict or a worse figure.
/// </summary>
public sealed class MutantJudge
{
    private static readonly Rule[] Quick =
    [
        .. new[] { "standby-is-like-primary", "every-reference-resolves", "resource-has-workload-tags", "tags-of-a-workload-agree" }
            .Select(id => RecoveryPolicyPack.Find(id)!),
    ];

    private readonly RecoverySettings _settings;
    private readonly DateOnly _asOf;
    private readonly IReadOnlyList<ResourceGraph> _graphs;
    private readonly HashSet<string> _known;
    private readonly Dictionary<string, (double Rpo, double Rto, int Verdict)> _objectives;

    public MutantJudge(IReadOnlyList<ResourceGraph> graphs, RecoverySettings settings, DateOnly asOf)
    {
        _graphs = graphs;
        _settings = settings;
        _asOf = asOf;
        Baseline = Check(graphs);
        _known = [.. Notices(Baseline)];
        _objectives = Objectives(Baseline.Objectives);
    }

    public CheckReport Baseline { get; }

    /// <summary>
    /// What the check says of it that it did not say before; null where it notices nothing. The rules that notice most are asked first, and
    /// none whose verdict is the same: a rule about one resource says of the others what it said before.
    /// </summary>
    public string? Notices(Mutant mutant)
    {
        var estate = Estate.Of([.. _graphs.Select(graph => graph.Stack == mutant.Graph.Stack ? mutant.Graph : graph)], AwsNames.Instance);
        IEnumerable<Rule> own = RecoveryPolicyPack.Rules.OfType<ResourceRule>().Where(rule => rule.AppliesTo.Contains(mutant.Type, StringComparer.Ordinal));
        return New(estate, mutant.IsFault ? own : own.Concat(Quick))
            ?? New(estate, RecoveryPolicyPack.Rules.Where(rule => rule is StackRule && !Quick.Contains(rule)))
            ?? Worse(RecoveryAssessment.Of(estate, _settings, _asOf));
    }

    private string? New(Estate estate, IEnumerable<Rule> rules) =>
        Notices(StackCheck.Run(estate, _settings, _asOf, rules: [.. rules])).FirstOrDefault(notice => !_known.Contains(notice));

    private string? Worse(RecoveryAssessment recovery)
    {
        var objectives = Objectives(recovery.Outcomes);
        return _objectives
            .Where(was => !objectives.TryGetValue(was.Key, out var now)
                || now.Verdict > was.Value.Verdict || now.Rpo > was.Value.Rpo || now.Rto > was.Value.Rto)
            .Select(was => $"objective of {was.Key} is worse")
            .FirstOrDefault();
    }

    private static IEnumerable<string> Notices(CheckReport report) => report.Violations
        .Select(violation => $"{violation.Rule.Id} {violation.Urn} {violation.Message}")
        .Concat(report.Unknown.Select(unknown => $"{unknown.Rule.Id} {unknown.Urn} unknown {unknown.Property}"));

    private static Dictionary<string, (double Rpo, double Rto, int Verdict)> Objectives(IEnumerable<Outcome> outcomes) => outcomes.ToDictionary(
        outcome => $"{outcome.Workload} {outcome.Disruption}",
        outcome => (outcome.Rpo.Figure.Worst ?? double.NaN, outcome.Rto.Figure.Worst ?? double.NaN, (int)outcome.Verdict));

    private CheckReport Check(IReadOnlyList<ResourceGraph> graphs) => StackCheck.Run(Estate.Of(graphs, AwsNames.Instance), _settings, _asOf);
}
