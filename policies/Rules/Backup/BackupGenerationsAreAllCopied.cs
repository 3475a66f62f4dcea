using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupGenerationsAreAllCopied : ResourceRule
{
    protected override RuleDescriptor About => new(
        "Where one generation of a backup plan is copied to another vault, all of its generations are, but for the continuous one.",
        Why: "The generation that is left out is lost with its Region, and with it the only backups from before the others were taken.",
        Fix: "Give each rule of the plan the copyActions of the others.",
        Severity.Medium, "B2 B6");

    public override IReadOnlyList<string> AppliesTo => [BackupTypes.Plan];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        // A continuous backup is copied as a snapshot, which the other generations give already.
        PlanRule[] rules = [.. PlanRule.Of(node).Where(rule => !rule.IsContinuous)];
        if (Array.Find(rules, rule => rule.CopyActions.IsUnknown) is { } unknown)
        {
            return [Verdict.Unknown(unknown.CopyActions.Path)];
        }

        return rules.Any(rule => rule.Copies.Count > 0)
            ? rules.Where(rule => rule.Copies.Count == 0).Select(rule => Verdict.Violation($"rule {rule.Name} is copied nowhere, the plan's others are", rule.CopyActions.Path))
            : [Verdict.NotApplicable("nothing of the plan is copied")];
    }
}
