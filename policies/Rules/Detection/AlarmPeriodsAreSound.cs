using System.Globalization;
using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Recovery;
using DrInfra.Recovery.Facts;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmPeriodsAreSound() : ResourceRule(CloudWatchTypes.MetricAlarm)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var evaluations = node["evaluationPeriods"];
        var datapoints = node["datapointsToAlarm"];
        foreach (var unknown in new[] { evaluations, datapoints }.Where(value => value.IsUnknown))
        {
            yield return Verdict.Unknown(unknown.Path);
        }

        if (!evaluations.IsUnknown && evaluations.Number is not >= 1)
        {
            yield return Verdict.Violation($"evaluationPeriods is {evaluations}, at least 1 needed", evaluations.Path);
        }

        // Not stated, every period that it looks at must be bad (the service's default).
        if (!datapoints.IsAbsent && datapoints.Number is { } points && evaluations.Number is { } looks && (points < 1 || points > looks))
        {
            yield return Verdict.Violation($"datapointsToAlarm is {points} of {looks} evaluation periods", datapoints.Path);
        }

        foreach (var source in MetricSource.Of(node))
        {
            if (JudgePeriod(source.Period, evaluations.Number) is { } verdict)
            {
                yield return verdict;
            }
        }
    }

    private static bool IsOfHighResolution(double seconds) => FactBook.Get("cw-period-high").Words.Contains(seconds.ToString(CultureInfo.InvariantCulture));

    private static Verdict? JudgePeriod(Prop period, double? evaluations)
    {
        if (period.IsUnknown)
        {
            return Verdict.Unknown(period.Path);
        }

        if (period.Number is not { } seconds || seconds <= 0 || (!IsOfHighResolution(seconds) && seconds % FactBook.Number("cw-period") != 0))
        {
            return Verdict.Violation($"period is {period}, seconds in multiples of {FactBook.Number("cw-period")} needed", period.Path);
        }

        var longest = FactBook.Seconds(seconds >= UnitsOfTime.Hour ? "cw-eval-max-hours" : "cw-eval-max");
        return seconds * evaluations > longest
            ? Verdict.Violation($"{evaluations} periods of {seconds} seconds are {seconds * evaluations} seconds, at most {longest} allowed", period.Path)
            : null;
    }
}
