using DrInfra.Policies.Reading;
using DrInfra.Policies.Recovery.Stores;
using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Policies.Rules.Streams;

public sealed class KafkaIsEncrypted : ResourceRule
{
    public override string Description => "A cluster is encrypted with a key of its own, between its brokers and towards its clients.";

    public override string Why => "Its disks, and what a replicator copies to the other Region, hold what the stores hold.";

    public override string Fix => "Name encryptionAtRestKmsKeyArn, leave inCluster on, and set clientBroker to TLS.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5"];

    public override IReadOnlyList<string> AppliesTo => [KafkaReader.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var encryption = node["encryptionInfo"];
        var key = node.Input("encryptionInfo")["encryptionAtRestKmsKeyArn"];
        yield return key.IsStated() ? Verdict.Compliant : Verdict.Violation("its disks are under a key that AWS manages", "encryptionInfo.encryptionAtRestKmsKeyArn");
        var transit = encryption["encryptionInTransit"];
        yield return FlagVerdict.Of(transit["inCluster"], wanted: true, serviceDefault: true, "brokers talk without encryption");
        yield return transit["clientBroker"].Text is null or "TLS" ? Verdict.Compliant
            : Verdict.Violation($"clients may talk in {transit["clientBroker"].Text}, TLS needed", transit["clientBroker"].Path);
    }
}
