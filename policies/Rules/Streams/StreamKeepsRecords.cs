using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamKeepsRecords : ResourceRule
{
    public override string Description => "A stream keeps its records for longer than it takes to notice and repair wrong ones.";

    public override string Why => "Records are the past that consumers can start again from; a day, the default, is over before a weekend is.";

    public override string Fix => "Set retentionPeriod to at least minimumHours.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B2", "F1"];

    public override IReadOnlyList<string> Also => ["Kinesis.3", "kinesis_stream_data_retention_period"];

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
