using System.Globalization;
using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupCopyOutlivesItsSource : PlanRuleCheck
{
    private protected override IEnumerable<Verdict> Judge(PlanRule rule, RuleParameters parameters) =>
        rule.Copies.Select(copy => Judge(rule, PlanRule.KeptDays(copy)));

    private static Verdict Judge(PlanRule rule, Prop kept)
    {
        if (kept.IsUnknown || (rule.DeleteAfter.IsUnknown && !kept.IsAbsent))
        {
            return Verdict.Unknown(kept.IsUnknown ? kept.Path : rule.DeleteAfter.Path);
        }

        // What has no lifecycle is kept for ever.
        return kept.Number is { } copy && (rule.DeleteAfter.Number ?? double.MaxValue) > copy
            ? Verdict.Violation(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"copies of rule {rule.Name} are retained {copy} days, its backups {(rule.DeleteAfter.Number is { } days ? $"{days} days"
                        : "without expiry")}"),
                kept.Path)
            : Verdict.Compliant;
    }
}
