using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class DeletionTakesAFinalSnapshotTests
{
    private static readonly DeletionTakesAFinalSnapshot Rule = new();

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "snapshotRetentionLimit": 7, "finalSnapshotIdentifier": "final" }""")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "snapshotRetentionLimit": 7, "finalSnapshotIdentifier": "?" }""")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", "{}")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "snapshotRetentionLimit": 7, "globalReplicationGroupId": "g" }""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "skipFinalSnapshot": false }""")]
    [InlineData("aws:rds/cluster:Cluster", """{}""")]
    [InlineData("aws:rds/instance:Instance", """{ "skipFinalSnapshot": true, "replicateSourceDb": "main" }""")]
    [InlineData("aws:ebs/volume:Volume", """{ "finalSnapshot": true }""")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "finalSnapshotIdentifier": "final" }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData(
        "aws:elasticache/replicationGroup:ReplicationGroup", """{ "snapshotRetentionLimit": 7 }""",
        "deletion takes no final snapshot, and its automatic snapshots are deleted with it")]
    [InlineData("aws:rds/cluster:Cluster", """{ "skipFinalSnapshot": true }""", "deletion takes no final snapshot")]
    [InlineData("aws:rds/instance:Instance", """{ "skipFinalSnapshot": true }""", "deletion takes no final snapshot")]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", """{ "skipFinalBackup": true }""", "deletion takes no final snapshot")]
    [InlineData("aws:ebs/volume:Volume", """{}""", "deletion takes no final snapshot")]
    [InlineData("aws:ebs/volume:Volume", """{ "finalSnapshot": false }""", "deletion takes no final snapshot")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "skipFinalSnapshot": true }""", "deletion takes no final snapshot")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "skipFinalSnapshot": "?" }""", "skipFinalSnapshot")]
    [InlineData("aws:ebs/volume:Volume", """{ "finalSnapshot": "?" }""", "finalSnapshot")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "skipFinalSnapshot": "?", "finalSnapshotIdentifier": "final" }""", "skipFinalSnapshot")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
