using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class AutomaticBackupsAreKeptTests
{
    private static readonly AutomaticBackupsAreKept Rule = new();

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "snapshotRetentionLimit": 7 }""")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "snapshotRetentionLimit": 8 }""")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "engine": "memcached" }""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "backupRetentionPeriod": 7 }""")]
    [InlineData("aws:rds/cluster:Cluster", """{ "backupRetentionPeriod": 35 }""")]
    [InlineData("aws:rds/instance:Instance", """{ "backupRetentionPeriod": 8 }""")]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", "{}")]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", """{ "automaticBackupRetentionDays": 7 }""")]
    [InlineData("aws:dynamodb/table:Table", """{}""")]
    [InlineData("aws:dynamodb/table:Table", """{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": 7 } }""")]
    [InlineData("aws:dynamodb/table:Table", """{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": 35 } }""")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "automatedSnapshotRetentionPeriod": 7 }""")]
    [InlineData("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", "{}")]
    [InlineData("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", """{ "retentionPeriod": 7 }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "snapshotRetentionLimit": 6 }""", "snapshotRetentionLimit is 6 days, 7 needed")]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", "{}", "snapshotRetentionLimit is 0 days, 7 needed")]
    [InlineData("aws:rds/cluster:Cluster", """{ "backupRetentionPeriod": 6 }""", "retention is 6 days, 7 needed")]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "retention is 1 day, 7 needed")]
    [InlineData("aws:rds/instance:Instance", """{}""", "retention is 0 days, 7 needed")]
    [InlineData("aws:rds/instance:Instance", """{ "backupRetentionPeriod": 0 }""", "retention is 0 days, 7 needed")]
    [InlineData("aws:rds/cluster:Cluster", """{ "backupRetentionPeriod": 36 }""", "retention is 36 days, 35 is the maximum")]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", """{ "automaticBackupRetentionDays": 6 }""", "automaticBackupRetentionDays is 6 days, 7 needed")]
    [InlineData("aws:dynamodb/table:Table", """{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": 6 } }""", "the window is 6 days, 7 needed")]
    [InlineData("aws:dynamodb/table:Table", """{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": 1 } }""", "the window is 1 day, 7 needed")]
    [InlineData(
        "aws:dynamodb/table:Table", """{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": 36 } }""",
        "the window is 36 days, 35 is the maximum")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "automatedSnapshotRetentionPeriod": 6 }""", "automatedSnapshotRetentionPeriod is 6 days, 7 needed")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "automatedSnapshotRetentionPeriod": 0 }""", "automatedSnapshotRetentionPeriod is 0 days, 7 needed")]
    [InlineData("aws:redshift/cluster:Cluster", "{}", "automatedSnapshotRetentionPeriod is 1 days, 7 needed")]
    [InlineData(
        "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", """{ "retentionPeriod": 6 }""",
        "retentionPeriod is 6 days, 7 needed")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "snapshotRetentionLimit": "?" }""", "snapshotRetentionLimit")]
    [InlineData("aws:rds/cluster:Cluster", """{ "backupRetentionPeriod": "?" }""", "backupRetentionPeriod")]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", """{ "automaticBackupRetentionDays": "?" }""", "automaticBackupRetentionDays")]
    [InlineData(
        "aws:dynamodb/table:Table", """{ "pointInTimeRecovery": { "enabled": true, "recoveryPeriodInDays": "?" } }""",
        "pointInTimeRecovery.recoveryPeriodInDays")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "automatedSnapshotRetentionPeriod": "?" }""", "automatedSnapshotRetentionPeriod")]
    [InlineData("aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication", """{ "retentionPeriod": "?" }""", "retentionPeriod")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    [Fact]
    public void RetentionLeftToSomethingElse_IsUnknown() => Assert.Equal(["data: backupRetentionPeriod"], new TestGraph()
        .Add("aws:rds/cluster:Cluster", "data", options: options => options["ignoreChanges"] = new JsonArray("backupRetentionPeriod")).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
