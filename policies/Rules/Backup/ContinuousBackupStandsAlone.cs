using System.Globalization;
using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class ContinuousBackupStandsAlone : PlanRuleCheck
{
    // Fact backup-continuous-retention.
    private const double Longest = 35;

    private protected override IEnumerable<Verdict> Judge(PlanRule rule, RuleParameters parameters)
    {
        var flag = rule.Rule["enableContinuousBackup"];
        if (flag.IsUnknown)
        {
            yield return Verdict.Unknown(flag.Path);
        }

        if (!rule.IsContinuous)
        {
            yield break;
        }

        var kept = rule.DeleteAfter;
        if (kept.IsUnknown)
        {
            yield return Verdict.Unknown(kept.Path);
        }
        else if (kept.Number is not (>= 1 and <= Longest))
        {
            var found = kept.Number is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days} days") : "for ever";
            yield return Verdict.Violation($"continuous backups of rule {rule.Name} are kept {found}, 1 to 35 days are possible", kept.Path);
        }

        if (rule.Copies.Count > 0)
        {
            yield return Verdict.Violation($"continuous rule {rule.Name} copies: what arrives is a snapshot, no point-in-time window", rule.CopyActions.Path);
        }

        if (rule.Rule["lifecycle"]["coldStorageAfter"].Number > 0)
        {
            yield return Verdict.Violation(
                $"continuous rule {rule.Name} moves backups to cold storage, where there is no point-in-time window",
                rule.Rule["lifecycle"]["coldStorageAfter"].Path);
        }
    }
}
