using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Backup;

public sealed class ContinuousBackupStandsAlone : PlanRuleCheck
{
    private static readonly (double Least, double Most) Possible = (FactBook.Least("backup-continuous-retention"),
        FactBook.Most("backup-continuous-retention"));

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
        else if (!(kept.Number >= Possible.Least && kept.Number <= Possible.Most))
        {
            var found = kept.Number is { } days ? string.Create(CultureInfo.InvariantCulture, $"{days} days") : "without expiry";
            yield return Verdict.Violation($"continuous backups of rule {rule.Name} are retained {found}, {Possible.Least} to {Possible.Most} days allowed",
                kept.Path);
        }

        if (rule.Copies.Count > 0)
        {
            yield return Verdict.Violation($"continuous rule {rule.Name} has a copy, which is a snapshot without a PITR window", rule.CopyActions.Path);
        }

        if (rule.Rule["lifecycle"]["coldStorageAfter"].Number > 0)
        {
            yield return Verdict.Violation(
                $"continuous rule {rule.Name} moves backups to cold storage, where there is no PITR window",
                rule.Rule["lifecycle"]["coldStorageAfter"].Path);
        }
    }
}
