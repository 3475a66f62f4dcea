using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmMetricExists() : ResourceRule(CloudWatchTypes.MetricAlarm)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => MetricNames.Faults(node).Select(Verdict.Of);
}
