using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlertTopicIsEncrypted : ResourceRule
{
    public override string Description => "A topic is encrypted with a key.";

    public override string Why => "Messages about a disaster name the weak places of a platform; unencrypted, whoever reads the storage of SNS reads them.";

    public override string Fix => "Set kmsMasterKeyId to a key of your own that the publishers may use.";

    public override Severity Severity => Severity.Low;

    public override IReadOnlyList<string> Practices => ["I3"];

    public override IReadOnlyList<string> AppliesTo => [SnsTypes.Topic];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) =>
        [node["kmsMasterKeyId"] is { IsAbsent: false } key && key.Text != "" ? Verdict.Compliant : Verdict.Violation("no key encrypts the topic", "kmsMasterKeyId")];
}
