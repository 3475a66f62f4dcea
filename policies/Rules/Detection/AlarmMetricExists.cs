using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmMetricExists : ResourceRule
{
    public override string Description => "An alarm names a metric that its service publishes.";

    public override string Why => "CloudWatch accepts an alarm on any name; one with a slip in it has no data and stays silent for ever.";

    public override string Fix => "Spell namespace and metricName as the service's page on its CloudWatch metrics does.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F6"];

    public override IReadOnlyList<string> AppliesTo => [CloudWatchTypes.MetricAlarm];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => MetricNames.Faults(node).Select(Verdict.Of);
}
