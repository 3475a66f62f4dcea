using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Mutants;

/// <summary>
/// Whether a check of the pair notices a mutant: a violation that was not there, something unknown that was known, or an objective
/// with a worse verdict or a worse figure.
/// </summary>
public sealed class MutantJudge
{
    private static readonly string[] QuickRules =
    [
        "standby-is-like-primary", "every-reference-resolves", "resource-has-workload-tags", "tags-of-a-workload-agree",
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
        _objectives = Objectives(Baseline);
    }

    public CheckReport Baseline { get; }

    /// <summary>
    /// What the check says of it that it did not say before; null where it notices nothing. The rules that notice most are asked
    /// first, and the whole check only where they say nothing.
    /// </summary>
    public string? Notices(Mutant mutant)
    {
        var estate = Estate.Of([.. _graphs.Select(graph => graph.Stack == mutant.Graph.Stack ? mutant.Graph : graph)], AwsNames.Instance);
        Rule[] own = [.. RecoveryPolicyPack.Rules.OfType<ResourceRule>().Where(rule => rule.AppliesTo.Contains(mutant.Type, StringComparer.Ordinal))];
        if (New(
            StackCheck.Run(
                estate, _settings, _asOf, rules: mutant.IsFault ? own : [.. own, .. QuickRules.Select(id => RecoveryPolicyPack.Find(id)!)])) is { } noticed)
        {
            return noticed;
        }

        var report = StackCheck.Run(
            estate, _settings, _asOf,
            rules: mutant.IsFault ? [.. RecoveryPolicyPack.Rules.Where(rule => !QuickRules.Contains(rule.Id, StringComparer.Ordinal))] : null);
        if (New(report) is { } notice)
        {
            return notice;
        }

        var objectives = Objectives(report);
        foreach (var (key, was) in _objectives)
        {
            if (!objectives.TryGetValue(key, out var now) || now.Verdict > was.Verdict || now.Rpo > was.Rpo || now.Rto > was.Rto)
            {
                return $"objective of {key} is worse";
            }
        }

        return null;
    }

    private string? New(CheckReport report) => Notices(report).FirstOrDefault(notice => !_known.Contains(notice));

    private static IEnumerable<string> Notices(CheckReport report) => report.Violations
        .Select(violation => $"{violation.Rule.Id} {violation.Urn} {violation.Message}")
        .Concat(report.Unknown.Select(unknown => $"{unknown.Rule.Id} {unknown.Urn} unknown {unknown.Property}"));

    private static Dictionary<string, (double Rpo, double Rto, int Verdict)> Objectives(CheckReport report) => report.Objectives.ToDictionary(
        outcome => $"{outcome.Workload} {outcome.Disruption}",
        outcome => (outcome.Rpo.Figure.Worst ?? double.NaN, outcome.Rto.Figure.Worst ?? double.NaN, (int)outcome.Verdict));

    private CheckReport Check(IReadOnlyList<ResourceGraph> graphs) => StackCheck.Run(Estate.Of(graphs, AwsNames.Instance), _settings, _asOf);
}
