using System.Globalization;
using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupRetentionKeepsGenerations : PlanRuleCheck
{
    private const string Daily = "dailyDays";
    private const string Weekly = "weeklyDays";
    private const string Monthly = "monthlyDays";

    private protected override IEnumerable<Verdict> Judge(PlanRule rule, RuleParameters parameters)
    {
        var kept = rule.DeleteAfter;
        if (kept.IsUnknown || rule.Schedule.IsUnknown)
        {
            return [Verdict.Unknown(kept.IsUnknown ? kept.Path : rule.Schedule.Path)];
        }

        // Without a lifecycle a backup is kept for ever.
        if (kept.Number is not { } days)
        {
            return [Verdict.Compliant];
        }

        var (name, least) = Generation(rule, parameters);
        return days < least
            ? [Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"{name} backups of rule {rule.Name} are retained {days} days, {least} needed"), kept.Path)]
            : [Verdict.Compliant];
    }

    // A day and a week may be an hour longer where clocks shift.
    private static (string Name, double Days) Generation(PlanRule rule, RuleParameters parameters) => rule.LongestGap switch
    {
        { TotalDays: > 8 } when !rule.IsContinuous => ("monthly", parameters[Monthly]),
        { TotalDays: > 2 } when !rule.IsContinuous => ("weekly", parameters[Weekly]),
        _ => ("daily", parameters[Daily]),
    };
}
