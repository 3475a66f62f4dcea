using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DataUsesACustomerManagedKeyTests
{
    private static readonly DataUsesACustomerManagedKey Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "storageEncrypted": true, "kmsKeyId": "arn:aws:kms:eu-west-1:1:key/a" }""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "storageEncrypted": true, "kmsKeyId": "?" }""")]
    [InlineData(
        "aws:dynamodb/table:Table",
        """{ "serverSideEncryption": { "enabled": true, "kmsKeyArn": "?" }, "replicas": [{ "regionName": "eu-central-1", "kmsKeyArn": "?" }] }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Fact]
    public void UnknownListOfReplicas_IsReportedAsUnknown() => Assert.Equal(
        ["data: replicas"],
        Graph("aws:dynamodb/table:Table", """{ "serverSideEncryption": { "enabled": true, "kmsKeyArn": "?" }, "replicas": "?" }""").Unknown(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "storageEncrypted": true }""", "the storage is encrypted with an AWS managed key")]
    [InlineData(
        "aws:rds/clusterInstance:ClusterInstance", """{ "performanceInsightsEnabled": true }""", "performance insights is encrypted with an AWS managed key")]
    [InlineData("aws:dynamodb/table:Table", """{}""", "the table is encrypted with an AWS managed key")]
    [InlineData(
        "aws:dynamodb/table:Table", """{ "serverSideEncryption": { "enabled": false, "kmsKeyArn": "?" } }""", "the table is encrypted with an AWS managed key")]
    [InlineData(
        "aws:dynamodb/table:Table", """{ "serverSideEncryption": { "enabled": true, "kmsKeyArn": "?" }, "replicas": [{ "regionName": "eu-central-1" }] }""",
        "the replica in eu-central-1 is encrypted with an AWS managed key")]
    [InlineData(
        "aws:dynamodb/tableReplica:TableReplica", """{ "kmsKeyArn": "arn:aws:kms:eu-central-1:1:alias/aws/dynamodb" }""",
        "the replica names the AWS managed key arn:aws:kms:eu-central-1:1:alias/aws/dynamodb")]
    [InlineData("aws:rds/snapshotCopy:SnapshotCopy", """{}""", "the copy of the snapshot is encrypted with an AWS managed key")]
    [InlineData("aws:efs/fileSystem:FileSystem", """{ "encrypted": true }""", "the storage is encrypted with an AWS managed key")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{}""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "storageEncrypted": true, "snapshotIdentifier": "old" }""")]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", """{ "performanceInsightsEnabled": false }""")]
    public void Other_IsNotJudged(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
