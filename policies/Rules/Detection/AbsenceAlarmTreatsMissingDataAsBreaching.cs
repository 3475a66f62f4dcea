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
            return [Verdict.Violation($"treatMissingData is {missing}, which is not valid", missing.Path)];
        }

        if (MetricSource.Single(node) is not var (_, metric))
        {
            return [Verdict.NotApplicable("it uses no recovery metric")];
        }

        if (metric.ByAbsence && AlarmDirection.Of(node) == AlarmDirection.Low && missing.Text != "breaching")
        {
            return [Verdict.Violation(
                $"missing {metric.Name} is treated as {missing.Text ?? "missing"}, breaching needed", missing.Path)];
        }

        return metric.Kind == MetricKind.Failures && missing.Text == "breaching"
            ? [Verdict.Violation($"missing {metric.Name} is treated as breaching, so the alarm is in ALARM while there are no failures", missing.Path)]
            : [Verdict.Compliant];
    }
}
