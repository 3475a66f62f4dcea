using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Backup;

public sealed class BackupStartWindowIsShort : PlanRuleCheck
{
    private static readonly double Shortest = FactBook.Number("backup-start-window-min");
    private static readonly double Default = FactBook.Number("backup-start-window-default");

    private protected override IEnumerable<Verdict> Judge(PlanRule rule, RuleParameters parameters)
    {
        var window = rule.StartWindow;
        if (window.IsUnknown)
        {
            return [Verdict.Unknown(window.Path)];
        }

        if (window.Number is not { } minutes)
        {
            return [Violation(rule, $"is not set, so {Default} minutes", $"{Shortest} needed", window)];
        }

        var stated = string.Create(CultureInfo.InvariantCulture, $"is {minutes} minutes");
        if (minutes < Shortest)
        {
            return [Violation(rule, stated, $"at least {Shortest} needed", window)];
        }

        var gap = ScheduleExpression.Parse(rule.Schedule.Text)?.ShortestGap?.TotalMinutes;
        var longest = Math.Min(parameters["longestMinutes"], Math.Max(gap ?? double.MaxValue, Shortest));
        return minutes > longest
            ? [Violation(rule, stated, string.Create(CultureInfo.InvariantCulture, $"at most {longest} allowed"), window)]
            : [Verdict.Compliant];
    }

    private static Verdict Violation(PlanRule rule, string found, string wanted, Prop window) =>
        Verdict.Violation($"the start window of rule {rule.Name} {found}, {wanted}", window.Path);
}
