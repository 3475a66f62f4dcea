using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmMetricExists : ResourceRule
{
    // Of these namespaces the table knows every metric that recovery could ask for.
    private static readonly string[] Closed = ["AWS/Backup"];

    public override string Description => "An alarm names a metric that its service publishes.";

    public override string Why => "CloudWatch accepts an alarm on any name; one with a slip in it has no data and stays silent for ever.";

    public override string Fix => "Spell namespace and metricName as the service's page on its CloudWatch metrics does.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F6"];

    public override IReadOnlyList<string> AppliesTo => [CloudWatchTypes.MetricAlarm];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        foreach (var source in MetricSource.Of(node))
        {
            if (source.Namespace.IsUnknown || source.MetricName.IsUnknown)
            {
                yield return Verdict.Unknown((source.Namespace.IsUnknown ? source.Namespace : source.MetricName).Path);
            }
            else if (source.MetricName.Text is not { } name)
            {
                yield return Verdict.Violation("no metric is named", source.MetricName.Path);
            }
            else if (source.Namespace.Text is not { } space)
            {
                yield return Verdict.Violation($"{name} is named without its namespace", source.Namespace.Path);
            }
            else if (RecoveryMetrics.Find(space, name) is null && Meant(space, name) is { } meant)
            {
                yield return Verdict.Violation($"there is no {name} in {space}; {meant} is meant", source.MetricName.Path);
            }
        }
    }

    private static string? Meant(string space, string name)
    {
        if (RecoveryMetrics.All.FirstOrDefault(metric => IsNear(metric.Namespace, space) && IsNear(metric.Name, name)) is { } near)
        {
            return $"{near.Namespace} {near.Name}";
        }

        return Closed.Contains(space, StringComparer.Ordinal) ? "a metric of backup, copy or restore jobs" : null;
    }

    // One slip: other case, one letter more, less or changed.
    private static bool IsNear(string right, string written)
    {
        if (string.Equals(right, written, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        if (Math.Abs(right.Length - written.Length) > 1)
        {
            return false;
        }

        var start = 0;
        while (start < right.Length && start < written.Length && right[start] == written[start])
        {
            start++;
        }

        var end = 0;
        while (end < right.Length - start && end < written.Length - start && right[^(end + 1)] == written[^(end + 1)])
        {
            end++;
        }

        return Math.Max(right.Length, written.Length) - start - end <= 1;
    }
}
