using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmHasItsDimensions() : ResourceRule(CloudWatchTypes.MetricAlarm)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => MetricDimensions.Faults(node).Select(Verdict.Of);
}
