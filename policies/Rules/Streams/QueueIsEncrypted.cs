using DrInfra.Policies.Aws.Sqs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class QueueIsEncrypted : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [SqsTypes.Queue];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var (key, managed) = (node.Input("kmsMasterKeyId"), node["sqsManagedSseEnabled"]);
        yield return key.IsStated() ? Verdict.Compliant : FlagVerdict.Of(managed, wanted: true, serviceDefault: true, "its messages are not encrypted");
    }
}
