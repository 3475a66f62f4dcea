using System.Globalization;
using DrInfra.Policies.Aws.Backup;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupRetentionKeepsGenerations : PlanRuleCheck
{
    private const string Daily = "dailyDays";
    private const string Weekly = "weeklyDays";
    private const string Monthly = "monthlyDays";

    public override string Description => "Every backup is kept for its generation: daily and more frequent ones 7 days, weekly ones 28, monthly ones 365.";

    public override string Why => "Damage that is noticed late can only be undone from a backup that is older than it; a short retention keeps no such backup.";

    public override string Fix => "Raise lifecycle.deleteAfter of the rule to the days of its generation.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B2"];

    public override IReadOnlyList<string> Also =>
    [
        "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK", "BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK (framework)",
        "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK (framework)", "BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK (guard)",
    ];

    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new(Daily, "Days that a backup taken daily or more often is kept.", 7, 1, 36500),
        new(Weekly, "Days that a weekly backup is kept.", 28, 1, 36500),
        new(Monthly, "Days that a monthly backup is kept.", 365, 1, 36500),
    ];

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
            ? [Verdict.Violation(string.Create(CultureInfo.InvariantCulture, $"{name} backups of rule {rule.Name} are kept {days} days, {least} needed"), kept.Path)]
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
