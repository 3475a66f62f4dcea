using DrInfra.Policies.Aws.Sqs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class QueueIsEncrypted : ResourceRule
{
    public override string Description => "A queue is encrypted.";

    public override string Why => "Messages hold what the stores hold; an open queue is the open copy of it.";

    public override string Fix => "Name a kmsMasterKeyId, or leave sqsManagedSseEnabled on.";

    public override Severity Severity => Severity.Medium;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5"];

    public override IReadOnlyList<string> AppliesTo => [SqsTypes.Queue];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var (key, managed) = (node.Input("kmsMasterKeyId"), node["sqsManagedSseEnabled"]);
        yield return key.IsStated() ? Verdict.Compliant : FlagVerdict.Of(managed, wanted: true, serviceDefault: true, "its messages are not encrypted");
    }
}
