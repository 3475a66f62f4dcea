using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class DataIsEncryptedAtRestTests
{
    private static readonly DataIsEncryptedAtRest Rule = new();

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "atRestEncryptionEnabled": true, "transitEncryptionEnabled": true }""")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "globalReplicationGroupId": "g" }""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "storageEncrypted": true }""")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", """{ "storageEncrypted": true }""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "engineMode": "serverless" }""")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", """{ "sourceDbClusterIdentifier": "?" }""")]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    [InlineData("aws:efs/fileSystem:FileSystem", """{ "encrypted": true }""")]
    [InlineData(
        "aws:opensearch/domain:Domain",
        """{ "encryptAtRest": { "enabled": true }, "nodeToNodeEncryption": { "enabled": true }, "domainEndpointOptions": { "enforceHttps": true } }""")]
    [InlineData("aws:sqs/queue:Queue", "{}")]
    [InlineData("aws:sqs/queue:Queue", """{ "kmsMasterKeyId": "?", "sqsManagedSseEnabled": false }""")]
    [InlineData("aws:kinesis/stream:Stream", """{ "encryptionType": "KMS" }""")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "encrypted": "true" }""")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "encrypted": true }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "transitEncryptionEnabled": true }""", "its data is not encrypted at rest")]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "its data is not encrypted at rest")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", """{ "storageEncrypted": false }""", "its data is not encrypted at rest")]
    [InlineData("aws:rds/instance:Instance", """{}""", "its data is not encrypted at rest")]
    [InlineData("aws:neptune/cluster:Cluster", """{}""", "its data is not encrypted at rest")]
    [InlineData("aws:efs/fileSystem:FileSystem", """{}""", "its data is not encrypted at rest")]
    [InlineData("aws:efs/fileSystem:FileSystem", """{ "encrypted": false }""", "its data is not encrypted at rest")]
    [InlineData(
        "aws:opensearch/domain:Domain", """{ "nodeToNodeEncryption": { "enabled": true }, "domainEndpointOptions": { "enforceHttps": true } }""",
        "its data is not encrypted at rest")]
    [InlineData("aws:sqs/queue:Queue", """{ "sqsManagedSseEnabled": false }""", "its data is not encrypted at rest")]
    [InlineData("aws:kinesis/stream:Stream", "{}", "encryptionType is NONE, KMS needed")]
    [InlineData("aws:kinesis/stream:Stream", """{ "encryptionType": "NONE" }""", "encryptionType is NONE, KMS needed")]
    [InlineData("aws:redshift/cluster:Cluster", "{}", "its data is not encrypted at rest")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "encrypted": "false" }""", "its data is not encrypted at rest")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData(
        "aws:elasticache/replicationGroup:ReplicationGroup", """{ "atRestEncryptionEnabled": "?", "transitEncryptionEnabled": true }""",
        "atRestEncryptionEnabled")]
    [InlineData("aws:rds/cluster:Cluster", """{ "storageEncrypted": "?" }""", "storageEncrypted")]
    [InlineData("aws:rds/cluster:Cluster", """{ "snapshotIdentifier": "old" }""", "storageEncrypted")]
    [InlineData("aws:efs/fileSystem:FileSystem", """{ "encrypted": "?" }""", "encrypted")]
    [InlineData("aws:sqs/queue:Queue", """{ "sqsManagedSseEnabled": "?" }""", "sqsManagedSseEnabled")]
    [InlineData("aws:kinesis/stream:Stream", """{ "encryptionType": "?" }""", "encryptionType")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "encrypted": "?" }""", "encrypted")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
