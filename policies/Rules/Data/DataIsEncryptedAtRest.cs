using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Efs;
using DrInfra.Policies.Aws.ElastiCache;
using DrInfra.Policies.Aws.Elasticsearch;
using DrInfra.Policies.Aws.Kinesis;
using DrInfra.Policies.Aws.OpenSearch;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Data;

public sealed class DataIsEncryptedAtRest : FamilyRule
{
    private const string Fault = "its data is not encrypted at rest";

    private protected override IReadOnlyList<Row> Table =>
    [
        new(
            DatabaseTypes.WithGlobal,
            (node, _) => [Database(node)],
            node => InstanceReplica.IsLocal(node) || node["engineMode"].Text == "serverless" ? "it has the encryption of its source, or is always encrypted"
                : node["storageEncrypted"].IsAbsent && node["sourceDbClusterIdentifier"].IsStated()
                    ? "a global cluster has the encryption of its source cluster"
                    : null),
        Flag([EfsTypes.FileSystem, RedshiftTypes.Cluster], "encrypted", Fault),
        Flag([ElastiCacheTypes.ReplicationGroup], "atRestEncryptionEnabled", Fault, unless: node =>
            node["globalReplicationGroupId"].IsStated() && !node["atRestEncryptionEnabled"].IsStated() ? "a secondary has the encryption of its primary"
                : null),
        Flag([OpenSearchTypes.Domain, ElasticsearchTypes.Domain], "encryptAtRest.enabled", Fault),
        Flag(
            [SqsTypes.Queue], "sqsManagedSseEnabled", Fault, serviceDefault: true,
            unless: node => node.Input("kmsMasterKeyId").IsStated() ? "a key encrypts it" : null),
        new([KinesisTypes.Stream], (node, _) => [Stream(node["encryptionType"])]),
    ];

    // What it is made from tells, and is not here.
    private static Verdict Database(Node node) =>
        node["storageEncrypted"] is { IsAbsent: true } absent && (node.Input("snapshotIdentifier").IsStated() || node.Input("restoreToPointInTime").IsStated())
            ? Verdict.Unknown(absent.Path)
            : FlagVerdict.Of(node["storageEncrypted"], wanted: true, serviceDefault: false, Fault);

    private static Verdict Stream(Prop type) => type.IsUnknown ? Verdict.Unknown(type.Path)
        : type.Text == "KMS" ? Verdict.Compliant
        : Verdict.Violation($"encryptionType is {type.Text ?? "NONE"}, KMS needed", type.Path);
}
