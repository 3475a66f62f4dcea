using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class KafkaIsEncrypted : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [MskTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var encryption = node["encryptionInfo"];
        var transit = encryption["encryptionInTransit"];
        yield return FlagVerdict.Of(transit["inCluster"], wanted: true, serviceDefault: true, "brokers talk without encryption");
        yield return transit["clientBroker"].Text is null or "TLS" ? Verdict.Compliant
            : Verdict.Violation($"clients may talk in {transit["clientBroker"].Text}, TLS needed", transit["clientBroker"].Path);
    }
}
