using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmHasItsDimensions : ResourceRule
{
    public override string Description => "An alarm names exactly the dimensions that its metric is published with.";

    public override string Why => "A metric with one dimension missing or misspelt is another series, which has no data: the alarm never rings.";

    public override string Fix => "State the dimensions of the service's page on its metrics: bucket pair and RuleId for S3 replication, TableName and ReceivingRegion for DynamoDB, and so on.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F6"];

    public override IReadOnlyList<string> AppliesTo => [CloudWatchTypes.MetricAlarm];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) => MetricDimensions.Faults(node).Select(Verdict.Of);
}
