using DrInfra.Policies.Aws.Kinesis;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamRetentionIsLong() : ResourceRule(KinesisTypes.Stream)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [NumberVerdict.AtLeast(StreamRetention.Hours(node), parameters["minimumHours"], "retentionPeriod", " hours")];
    }
}
