using System.Globalization;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Schedules;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Backup;

public sealed class RestoreTestsRunRegularly() : ResourceRule(BackupTypes.RestoreTestingPlan)
{
    private const string LongestDays = "longestDays";

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var selection = node["recoveryPointSelection"];
        yield return JudgeSchedule(node["scheduleExpression"], node["scheduleExpressionTimezone"].Text, parameters[LongestDays]);
        yield return OneOf(selection["algorithm"], "LATEST_WITHIN_WINDOW", "RANDOM_WITHIN_WINDOW");
        yield return Within(selection["selectionWindowDays"], "restore-test-window");
        yield return Within(node["startWindowHours"], "restore-test-start-window");
        if (selection["recoveryPointTypes"] is { IsUnknown: false } types)
        {
            foreach (var type in types.Items)
            {
                yield return OneOf(type, "SNAPSHOT", "CONTINUOUS");
            }

            if (types.Items.Count == 0)
            {
                yield return Verdict.Violation("the plan includes no recovery point type", types.Path);
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
            ? Verdict.Violation($"the schedule is not valid or ends: {schedule}", schedule.Path)
            : gap.TotalDays > longest
                ? Verdict.Violation(
                    string.Create(CultureInfo.InvariantCulture, $"restores are tested every {gap.TotalDays:0} days, every {longest} needed"), schedule.Path)
                : Verdict.Compliant;
    }

    private static Verdict OneOf(Prop property, params string[] words) =>
        property.IsUnknown ? Verdict.Unknown(property.Path)
        : words.Contains(property.Text) ? Verdict.Compliant
        : Verdict.Violation($"{property.Path} is {property}, {string.Join(" or ", words)} needed", property.Path);

    private static Verdict Within(Prop property, string allowed) =>
        property.IsUnknown ? Verdict.Unknown(property.Path)
        : FactBook.Get(allowed) is var fact && property.Number is { } number && (number < fact.Minimum || number > fact.Maximum)
            ? Verdict.Violation(
                string.Create(CultureInfo.InvariantCulture, $"{property.Path} is {number} {fact.Unit}, {fact.Value} allowed"), property.Path)
            : Verdict.Compliant;
}
