using DrInfra.Policies.Checking;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Objectives;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Reports;

/// <summary>
/// The findings of a check in the order in which people need them: what breached objectives rest on stands under these, then what else refuses or
/// is refused for it, causes before consequences, then hygiene: advice that none of this rests on.
/// </summary>
internal sealed class ShownFindings
{
    private readonly ILookup<string, Violation> _byUrn;
    private readonly HashSet<Violation> _shown = new(ReferenceEqualityComparer.Instance);

    /// <param name="result">The check.</param>
    /// <param name="folded">Whether the report has no room under objectives (<see cref="CheckResult.FoldsWorkloads"/>).</param>
    public ShownFindings(CheckResult result, bool folded)
    {
        var (report, filter) = (result.Report, result.Filter);
        _byUrn = report.Violations.ToLookup(violation => violation.Urn, StringComparer.Ordinal);
        var chosen = report.Violations.Where(filter.Shows).ToList();
        Known = filter.Baseline is { } baseline ? chosen.Count(baseline.Knows) : 0;
        Hidden = report.Violations.Count - chosen.Count;
        _shown.UnionWith(chosen.Where(violation => filter.Baseline?.Knows(violation) != true));

        var under = Told(folded ? [] : report.Objectives.Where(filter.ShowsRow));
        Causes = [.. report.Violations.Where(violation => _shown.Contains(violation) && under.Contains(violation))];
        Violation[] rest = [.. report.Violations.Where(violation => _shown.Contains(violation) && !under.Contains(violation))];
        Objectives = [.. rest.Where(violation => IsObjective(violation) && (filter.Unfolds || violation.Enforcement == Level.Mandatory))];
        var carrying = Carrying(report.Violations.Where(violation => violation.Enforcement == Level.Mandatory));
        var told = Told(report.Objectives);
        if (!folded)
        {
            carrying.UnionWith(told);
        }

        Findings = CausesFirst([.. rest.Where(violation =>
            !IsObjective(violation) && (filter.Unfolds || violation.Enforcement == Level.Mandatory || carrying.Contains(violation)))]);
        Hygiene =
        [
            .. rest.Except<Violation>([.. Objectives, .. Findings], ReferenceEqualityComparer.Instance)
                .OrderByDescending(told.Contains),
        ];
    }

    /// <summary>What stands under the objectives that rest on it.</summary>
    public IReadOnlyList<Violation> Causes { get; }

    /// <summary>Of the two rules that repeat what the objectives say.</summary>
    public IReadOnlyList<Violation> Objectives { get; }

    /// <summary>What is shown in full, those of one rule together.</summary>
    public IReadOnlyList<Violation> Findings { get; }

    /// <summary>What is folded to a line per rule; where workloads are folded, first what their breaches rest on.</summary>
    public IReadOnlyList<Violation> Hygiene { get; }

    /// <summary>Findings that the baseline has too.</summary>
    public int Known { get; }

    /// <summary>Findings that the filter leaves out.</summary>
    public int Hidden { get; }

    /// <summary>Whether the finding is neither filtered out nor known already.</summary>
    public bool Shows(Violation violation) => _shown.Contains(violation);

    /// <summary>What a breached objective rests on, each with the finding that tells it too, if one does.</summary>
    public IEnumerable<(Cause Cause, Violation? Told)> CausesOf(Outcome outcome) => outcome.Grounds
        .Where(ground => ground.Verdict == ObjectiveVerdict.Breached)
        .SelectMany(ground => ground.Causes)
        .Distinct()
        .Select(cause => (cause, Told(cause)));

    /// <summary>The finding that says the same as a cause; null where no rule finds it.</summary>
    public Violation? Told(Cause cause, Violation? except = null) => _byUrn[cause.Urn].FirstOrDefault(violation =>
        violation != except && !IsObjective(violation)
            && (violation.Message == cause.Text || (cause.Property is not null && violation.Property == cause.Property)));

    private HashSet<Violation> Told(IEnumerable<Outcome> outcomes) => new(
        outcomes.SelectMany(CausesOf).Select(cause => cause.Told).OfType<Violation>(), ReferenceEqualityComparer.Instance);

    private static bool IsObjective(Violation violation) => violation.Rule is RpoWithinObjective or RtoWithinObjective;

    /// <summary>What these rest on, and what that rests on.</summary>
    private HashSet<Violation> Carrying(IEnumerable<Violation> consequences)
    {
        var carrying = new HashSet<Violation>(ReferenceEqualityComparer.Instance);
        var open = new Stack<Violation>(consequences);
        while (open.TryPop(out var consequence))
        {
            foreach (var cause in consequence.Causes.Select(cause => Told(cause, consequence)).OfType<Violation>().Where(carrying.Add))
            {
                open.Push(cause);
            }
        }

        return carrying;
    }

    // By rule, as they are shown; a rule whose findings others rest on comes before theirs. In a circle the order stays.
    private List<Violation> CausesFirst(IReadOnlyList<Violation> findings)
    {
        var rules = findings.ToLookup(RuleOf);
        var ordered = new List<Violation>();
        var seen = new HashSet<(string, Level)>();
        foreach (var rule in rules)
        {
            Add(rule.Key);
        }

        return ordered;

        void Add((string, Level) rule)
        {
            if (!seen.Add(rule))
            {
                return;
            }

            foreach (var cause in rules[rule].SelectMany(finding => finding.Causes.Select(cause => Told(cause, finding))).OfType<Violation>())
            {
                Add(RuleOf(cause));
            }

            ordered.AddRange(rules[rule]);
        }
    }

    internal static (string Id, Level Enforcement) RuleOf(Violation violation) => (violation.Rule.Id, violation.Enforcement);
}
