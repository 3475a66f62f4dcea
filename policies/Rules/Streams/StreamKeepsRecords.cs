using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamKeepsRecords : ResourceRule
{
    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumHours", "Hours that records must be kept.", 168, 24, 8760),
    ];

    public override IReadOnlyList<string> AppliesTo => [KinesisTypes.Stream];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [NumberVerdict.AtLeast(StreamRetention.Hours(node), parameters["minimumHours"], "retentionPeriod", " hours")];
    }
}
