using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamKeepsRecords : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A stream keeps its records for longer than it takes to notice and repair wrong ones.",
        Why: "Records are the past that consumers can start again from; a day, the default, is over before a weekend is.",
        Fix: "Set retentionPeriod to at least minimumHours.",
        Severity.High, "B2 F1",
        Published: "Kinesis.3, kinesis_stream_data_retention_period");

    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumHours", "Hours that records must be kept.", 168, 24, 8760),
    ];

    public override IReadOnlyList<string> AppliesTo => [KinesisTypes.Stream];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [NumberVerdict.AtLeast(node["retentionPeriod"], parameters["minimumHours"], 24, "retentionPeriod", " hours")];
    }
}
