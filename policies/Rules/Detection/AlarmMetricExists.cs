using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmMetricExists : ResourceRule
{
    protected override RuleDescriptor About => new(
        "An alarm names a metric that its service publishes.",
        Why: "CloudWatch accepts an alarm on any name; one with a slip in it has no data and stays silent for ever.",
        Fix: "Spell namespace and metricName as the service's page on its CloudWatch metrics does.",
        Severity.High, "F6");

    public override IReadOnlyList<string> AppliesTo => [CloudWatchTypes.MetricAlarm];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => MetricNames.Faults(node).Select(Verdict.Of);
}
