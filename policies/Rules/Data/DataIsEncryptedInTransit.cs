using DrInfra.Policies.Aws.DataSync;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.MemoryDb;
using DrInfra.Policies.Aws.Msk;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Kubernetes.Strimzi;

namespace DrInfra.Policies.Rules.Data;

public sealed class DataIsEncryptedInTransit : FamilyRule
{
    private static readonly string[] Domains = [OpenSearchTypes.Domain, ElasticsearchTypes.Domain];

    private protected override IReadOnlyList<Row> Table =>
    [
        Flag([ElastiCacheTypes.ReplicationGroup], "transitEncryptionEnabled", "connections are not encrypted", unless: node =>
            node["globalReplicationGroupId"].IsStated() && !node["transitEncryptionEnabled"].IsStated() ? "a secondary has the encryption of its primary"
                : null),
        Flag([MemoryDbTypes.Cluster], "tlsEnabled", "connections are not encrypted", serviceDefault: true),
        Flag(Domains, "nodeToNodeEncryption.enabled", "node-to-node traffic is not encrypted"),
        Flag(Domains, "domainEndpointOptions.enforceHttps", "it accepts plain HTTP"),
        Flag([MskTypes.Cluster], "encryptionInfo.encryptionInTransit.inCluster", "traffic between brokers is not encrypted", serviceDefault: true),
        new(StrimziTypes.Clusters, (node, _) => Listeners(node["spec"]["kafka"]["listeners"])),
        new([DataSyncTypes.ObjectStorageLocation], (node, _) => [Server(new SyncLocation(node).Protocol)]),
        new([MskTypes.Cluster], (node, _) => [Clients(node["encryptionInfo"]["encryptionInTransit"]["clientBroker"])]),
    ];

    private static Verdict Server(Prop protocol) => protocol.IsUnknown ? Verdict.Unknown(protocol.Path)
        : protocol.Text is null or "HTTPS" ? Verdict.Compliant
        : Verdict.Violation($"serverProtocol is {protocol.Text}: data and credentials leave AWS without encryption, HTTPS needed", protocol.Path);

    private static IEnumerable<Verdict> Listeners(Prop listeners) => listeners.IsUnknown ? [Verdict.Unknown(listeners.Path)]
        : listeners.Items.Select(listener => listener["tls"].IsUnknown ? Verdict.Unknown(listener["tls"].Path)
            : listener["tls"].Flag == true ? Verdict.Compliant
            : Verdict.Violation($"the listener {listener["name"].Text} takes plain text", listener["tls"].Path));

    private static Verdict Clients(Prop setting) => setting.IsUnknown ? Verdict.Unknown(setting.Path)
        : setting.Text is null or "TLS" ? Verdict.Compliant
        : Verdict.Violation($"clientBroker is {setting.Text}, TLS needed", setting.Path);
}
