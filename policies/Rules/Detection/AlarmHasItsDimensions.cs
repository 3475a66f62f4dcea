using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmHasItsDimensions : ResourceRule
{
    protected override RuleDescriptor About => new(
        "An alarm names exactly the dimensions that its metric is published with.",
        Why: "A metric with one dimension missing or misspelt is another series, which has no data: the alarm never rings.",
        Fix: "State the dimensions of the service's page on its metrics: bucket pair and RuleId for S3 replication, TableName and ReceivingRegion for "
            + "DynamoDB, and so on.",
        Severity.High, "F6");

    public override IReadOnlyList<string> AppliesTo => [CloudWatchTypes.MetricAlarm];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => MetricDimensions.Faults(node).Select(Verdict.Of);
}
