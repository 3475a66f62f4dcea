using DrInfra.Policies.Rules;

namespace DrInfra.Policies.Checking;

/// <summary>Collects what rules find in these stacks, each finding with the level that it has there.</summary>
/// <param name="workloadOf">The workload of a resource; null where nobody says.</param>
/// <param name="foreign">Whether the stacks are a stranger's; null: each tells by itself.</param>
internal sealed class Ledger(IReadOnlyList<StackGraph> stacks, Func<Node, string?> workloadOf, bool? foreign = null)
{
    public List<Violation> Violations { get; } = [];

    public List<UnknownVerdict> Unknown { get; } = [];

    public List<InapplicableRule> Inapplicable { get; } = [];

    public void Add(Finding finding, Rule rule, RuleLevel level)
    {
        var stack = finding.Node?.Stack ?? stacks.FirstOrDefault(candidate => candidate.Name == finding.Stack);
        var name = stack?.Name ?? finding.Stack ?? string.Join(", ", stacks.Select(candidate => candidate.Name));
        var urn = finding.Node?.Urn ?? "";
        switch (finding.Verdict.Kind)
        {
            case VerdictKind.Violation:
                // A stranger's stack promised us nothing: what we find there is advice, unless the operator says what it is.
                var advice = !level.IsSet && (foreign ?? stack is { IsForeign: true });
                var enforced = advice || level.Level == Level.Remediate ? Level.Advisory : level.Level;
                Violations.Add(new Violation(name, rule, enforced, urn, finding.Verdict.Message, finding.Verdict.Property)
                {
                    Workload = finding.Workload ?? (finding.Node is { } node ? workloadOf(node) : null),
                    Disruption = finding.Disruption,
                    Part = finding.Part,
                    Causes = finding.Causes,
                    IsAboutWorkload = finding.Workload is not null,
                });
                break;
            case VerdictKind.Unknown:
                Unknown.Add(new UnknownVerdict(name, rule, urn, finding.Verdict.Property ?? ""));
                break;
            case VerdictKind.NotApplicable:
                Inapplicable.Add(new InapplicableRule(name, rule, urn, finding.Verdict.Message));
                break;
        }
    }
}
