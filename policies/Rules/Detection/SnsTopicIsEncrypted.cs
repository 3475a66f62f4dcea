using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Rules.Detection;

public sealed class SnsTopicIsEncrypted() : ResourceRule(SnsTypes.Topic)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) =>
        [node["kmsMasterKeyId"] is { IsAbsent: false } key && key.Text != ""
            ? Verdict.Compliant
            : Verdict.Violation("the topic is not encrypted", "kmsMasterKeyId")];
}
