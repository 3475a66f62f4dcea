using System.Globalization;
using System.Text.RegularExpressions;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Rules.Backup;

public sealed partial class BackupScheduleKeepsRunning : PlanRuleCheck
{
    // The service refuses to run a rule more often. Source: the AWS Backup guide, "Backup plan options and configuration".
    private static readonly TimeSpan MostOften = TimeSpan.FromHours(1);

    private protected override IEnumerable<Verdict> Judge(PlanRule rule, RuleParameters parameters)
    {
        yield return JudgeSchedule(rule);
        var zone = rule.Rule["scheduleExpressionTimezone"];
        if (zone.IsUnknown)
        {
            yield return Verdict.Unknown(zone.Path);
        }
        else if (zone.Text is { } name && !ZoneName().IsMatch(name))
        {
            yield return Verdict.Violation($"the time zone of rule {rule.Name} is {name}, which is not an IANA name", zone.Path);
        }
    }

    private static Verdict JudgeSchedule(PlanRule rule)
    {
        var schedule = rule.Schedule;
        if (schedule.IsUnknown)
        {
            return Verdict.Unknown(schedule.Path);
        }

        if (schedule.Text is not { Length: > 0 } text)
        {
            return Verdict.Violation($"rule {rule.Name} has no schedule, so it runs only on demand", schedule.Path);
        }

        return ScheduleExpression.Parse(text) switch
        {
            null => Verdict.Violation($"the schedule of rule {rule.Name} is not valid: {text}", schedule.Path),
            { Repeats: false } => Verdict.Violation($"the schedule of rule {rule.Name} ends, or skips years: {text}", schedule.Path),
            { ShortestGap: { } gap } when gap < MostOften => Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"schedule of rule {rule.Name} runs every {gap.TotalMinutes:0} minutes, once an hour is the most"),
                schedule.Path),
            _ => Verdict.Compliant,
        };
    }

    [GeneratedRegex(
        "^(UTC|GMT|Etc/(UTC|GMT([+-]?[0-9]{1,2})?|UCT|Universal|Zulu|Greenwich)|"
            + "(Africa|America|Antarctica|Arctic|Asia|Atlantic|Australia|Brazil|Canada|Chile|Europe|Indian|Mexico|Pacific|US)/"
            + "[A-Za-z_+/-]+|[A-Z][A-Za-z]+(-[A-Za-z]+)?|[A-Z]{3}[0-9][A-Z]{3})$")]
    private static partial Regex ZoneName();
}
