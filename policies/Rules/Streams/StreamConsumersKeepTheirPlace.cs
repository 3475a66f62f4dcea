using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamConsumersKeepTheirPlace : ResourceRule
{
    public override string Description => "A stream is not deleted while something reads it.";

    public override string Why => "enforceConsumerDeletion lets one update take the stream from under its consumers.";

    public override string Fix => "Leave enforceConsumerDeletion off.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["B4"];

    public override IReadOnlyList<string> AppliesTo => [KinesisTypes.Stream];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [FlagVerdict.Of(node["enforceConsumerDeletion"], wanted: false, serviceDefault: false, "its consumers are deleted with it: enforceConsumerDeletion is on")];
    }
}
