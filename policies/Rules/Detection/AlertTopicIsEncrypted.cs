using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlertTopicIsEncrypted : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A topic is encrypted with a key.",
        Why: "Messages about a disaster name the weak places of a platform; unencrypted, whoever reads the storage of SNS reads them.",
        Fix: "Set kmsMasterKeyId to a key of your own that the publishers may use.",
        Severity.Low, "I3");

    public override IReadOnlyList<string> AppliesTo => [SnsTypes.Topic];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) =>
        [node["kmsMasterKeyId"] is { IsAbsent: false } key && key.Text != "" ? Verdict.Compliant : Verdict.Violation("no key encrypts the topic", "kmsMasterKeyId")];
}
