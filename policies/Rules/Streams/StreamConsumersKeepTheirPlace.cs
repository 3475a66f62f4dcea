using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamConsumersKeepTheirPlace : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A stream is not deleted while something reads it.",
        Why: "enforceConsumerDeletion lets one update take the stream from under its consumers.",
        Fix: "Leave enforceConsumerDeletion off.",
        Severity.Medium, "B4");

    public override IReadOnlyList<string> AppliesTo => [KinesisTypes.Stream];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [FlagVerdict.Of(node["enforceConsumerDeletion"], wanted: false, serviceDefault: false, "its consumers are deleted with it: enforceConsumerDeletion is on")];
    }
}
