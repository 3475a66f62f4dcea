using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupCopyOutlivesItsSource : PlanRuleCheck
{
    public override string Description => "A copy of a backup is kept at least as long as the backup that it was made of.";

    public override string Why => "Where the copy expires first, the history that retention promises is gone with the Region.";

    public override string Fix => "Set lifecycle.deleteAfter of the copy action to at least that of the rule, or leave it out.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["B2", "B6"];

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
                string.Create(CultureInfo.InvariantCulture, $"copies of rule {rule.Name} are kept {copy} days, its backups {(rule.DeleteAfter.Number is { } days ? $"{days} days" : "for ever")}"), kept.Path)
            : Verdict.Compliant;
    }
}
