using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Schedules;

namespace DrInfra.Policies.Rules.Backup;

public sealed class RestoreTestsRunRegularly() : ResourceRule(BackupTypes.RestoreTestingPlan)
{
    private const string LongestDays = "longestDays";

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var selection = node["recoveryPointSelection"];
        yield return JudgeSchedule(node["scheduleExpression"], node["scheduleExpressionTimezone"].Text, parameters[LongestDays]);
        yield return OneOf(selection["algorithm"], "LATEST_WITHIN_WINDOW", "RANDOM_WITHIN_WINDOW");
        // Defaults: 30 days, 24 hours.
        yield return Within(selection["selectionWindowDays"], 1, 365, "days");
        yield return Within(node["startWindowHours"], 1, 168, "hours");
        if (selection["recoveryPointTypes"] is { IsUnknown: false } types)
        {
            foreach (var type in types.Items)
            {
                yield return OneOf(type, "SNAPSHOT", "CONTINUOUS");
            }

            if (types.Items.Count == 0)
            {
                yield return Verdict.Violation("plan tests recovery points of no type", types.Path);
            }
        }
    }

    private static Verdict JudgeSchedule(Prop schedule, string? timezone, double longest)
    {
        if (schedule.IsUnknown)
        {
            return Verdict.Unknown(schedule.Path);
        }

        return ScheduleExpression.LongestGap(schedule.Text, timezone) is not { } gap
            ? Verdict.Violation($"schedule cannot be read or does not go on: {schedule}", schedule.Path)
            : gap.TotalDays > longest
                ? Verdict.Violation(
                    string.Create(CultureInfo.InvariantCulture, $"restores are tested every {gap.TotalDays:0} days, every {longest} wanted"), schedule.Path)
                : Verdict.Compliant;
    }

    private static Verdict OneOf(Prop property, params string[] words) =>
        property.IsUnknown ? Verdict.Unknown(property.Path)
        : words.Contains(property.Text) ? Verdict.Compliant
        : Verdict.Violation($"{property.Path} is {property}, {string.Join(" or ", words)} wanted", property.Path);

    private static Verdict Within(Prop property, double least, double most, string unit) =>
        property.IsUnknown ? Verdict.Unknown(property.Path)
        : property.Number is { } number && (number < least || number > most)
            ? Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"{property.Path} is {number} {unit}, {least} to {most} are possible"), property.Path)
            : Verdict.Compliant;
}
