using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AbsenceAlarmTreatsMissingDataAsBreaching() : ResourceRule(CloudWatchTypes.MetricAlarm)
{
    private static readonly string[] Words = ["missing", "ignore", "breaching", "notBreaching"];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var missing = node["treatMissingData"];
        if (missing.IsUnknown)
        {
            return [Verdict.Unknown(missing.Path)];
        }

        if (!missing.IsAbsent && !Words.Contains(missing.Text, StringComparer.Ordinal))
        {
            return [Verdict.Violation($"missing data is treated as {missing}, which CloudWatch does not know", missing.Path)];
        }

        if (MetricSource.Single(node) is not var (_, metric))
        {
            return [Verdict.NotApplicable("not on one metric of recovery")];
        }

        if (metric.ByAbsence && AlarmDirection.Of(node) == AlarmDirection.Low && missing.Text != "breaching")
        {
            return [Verdict.Violation(
                $"missing {metric.Name} is treated as {missing.Text ?? "missing"}, breaching needed: silence is the fault", missing.Path)];
        }

        return metric.Kind == MetricKind.Failures && missing.Text == "breaching"
            ? [Verdict.Violation($"missing {metric.Name} is treated as breaching: no failures would be an alarm for ever", missing.Path)]
            : [Verdict.Compliant];
    }
}
