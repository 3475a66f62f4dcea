using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.SecretsManager;
using DrInfra.Policies.Graph;
using static DrInfra.Tests.Mutants.Faults.FaultEdits;

namespace DrInfra.Tests.Mutants.Faults;

/// <summary>What makes a copy worthless while everything is still declared: each is a fault of its own, to be noticed by itself.</summary>
internal static class CopyFaults
{
    public static IReadOnlyList<Fault> Table { get; } =
    [
        new(IamTypes.RolePolicy, "role may do nothing", inputs => With(inputs, "policy", """{"Version":"2012-10-17","Statement":[]}""")),
        new(IamTypes.RolePolicy, "role may only look",
            inputs => With(inputs, "policy", """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sts:GetCallerIdentity","Resource":"*"}]}""")),
        new(BackupTypes.Selection, "condition that no store meets",
            inputs => With(inputs, "conditions/0/stringEquals/+", Map(("key", "aws:ResourceTag/nobody"), ("value", "has it")))),
        new(BackupTypes.Selection, "everything left out", inputs => With(inputs, "notResources", ListValue.Of([PropertyValue.Of("arn:aws:*:*:*:*")]))),
        new(BackupTypes.Selection, "tag that no store has",
            inputs => With(inputs, "selectionTags", ListValue.Of([Map(("type", "STRINGEQUALS"), ("key", "nobody"), ("value", "has it"))]))),
        new(BackupTypes.LogicallyAirGappedVault, "vault keeps for longer than the backups live",
            inputs => With(With(inputs, "minRetentionDays", 3000), "maxRetentionDays", 3650)),
        new(BackupTypes.LogicallyAirGappedVault, "vault keeps for shorter than the backups live",
            inputs => With(With(inputs, "minRetentionDays", 7), "maxRetentionDays", 8)),
        new(BackupTypes.Vault, "managed key", inputs => With(inputs, "kmsKeyArn", null)),
        new(BackupTypes.Plan, "copies to a foreign account", inputs => Replaced(inputs, "copyActions", text => Foreign(text))),
        new(BackupTypes.Plan, "copies die on the first day", inputs => Replaced(inputs, "copyActions", number: 1)),
        new(S3Types.BucketReplicationConfig, "prefix that leaves objects out", inputs => With(inputs, "rules/0/filter", Map(("prefix", "some/")))),
        new(S3Types.BucketReplicationConfig, "tag that leaves objects out",
            inputs => With(inputs, "rules/0/filter", Map(("tag", Map(("key", "some"), ("value", "of them")))))),
        new(S3Types.BucketReplicationConfig, "replica without a key", inputs => With(inputs, "rules/0/destination/encryptionConfiguration", null)),
        new(S3Types.BucketReplicationConfig, "rule that is off", inputs => With(inputs, "rules/0/status", "Disabled")),
        new(DynamoDbTypes.Table, "replica without a key", inputs => With(inputs, "replicas/0/kmsKeyArn", null)),
        new(DynamoDbTypes.Table, "replica without history", inputs => With(inputs, "replicas/0/pointInTimeRecovery", false)),
        new(SecretsManagerTypes.Secret, "replica under the managed key", inputs => With(inputs, "replicas/0/kmsKeyId", null)),
        new(RdsTypes.Cluster, "cluster without a key", inputs => With(inputs, "kmsKeyId", null)),
        new(RdsTypes.Cluster, "cluster outside its global cluster", inputs => With(inputs, "globalClusterIdentifier", null)),
    ];
}
