using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupGenerationsAreAllCopied() : ResourceRule(BackupTypes.Plan)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // A continuous backup is copied as a snapshot, which the other generations give already.
        PlanRule[] rules = [.. PlanRule.Of(node).Where(rule => !rule.IsContinuous)];
        if (Array.Find(rules, rule => rule.CopyActions.IsUnknown) is { } unknown)
        {
            return [Verdict.Unknown(unknown.CopyActions.Path)];
        }

        return rules.Any(rule => rule.Copies.Count > 0)
            ? rules.Where(rule => rule.Copies.Count == 0)
                .Select(rule => Verdict.Violation($"rule {rule.Name} has no copy, the plan's other rules have one", rule.CopyActions.Path))
            : [Verdict.NotApplicable("no rule of the plan has a copy")];
    }
}
