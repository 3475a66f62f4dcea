using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmPeriodsAreSound() : ResourceRule(CloudWatchTypes.MetricAlarm)
{
    private const double Day = 86_400;

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

    private static Verdict? JudgePeriod(Prop period, double? evaluations)
    {
        if (period.IsUnknown)
        {
            return Verdict.Unknown(period.Path);
        }

        if (period.Number is not { } seconds || seconds <= 0 || (seconds is not (10 or 20 or 30) && seconds % 60 != 0))
        {
            return Verdict.Violation($"period is {period}, seconds in multiples of 60 needed", period.Path);
        }

        var longest = seconds >= 3600 ? 7 * Day : Day;
        return seconds * evaluations > longest
            ? Verdict.Violation($"{evaluations} periods of {seconds} seconds are {seconds * evaluations} seconds, at most {longest} allowed", period.Path)
            : null;
    }
}
