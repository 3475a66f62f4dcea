using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class StreamConsumersKeepTheirPlace : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [KinesisTypes.Stream];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [FlagVerdict.Of(node["enforceConsumerDeletion"], wanted: false, serviceDefault: false, "its consumers are deleted with it: enforceConsumerDeletion is on")];
    }
}
