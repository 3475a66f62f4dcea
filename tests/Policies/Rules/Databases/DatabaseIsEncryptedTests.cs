using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DatabaseIsEncryptedTests
{
    private static readonly DatabaseIsEncrypted Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "storageEncrypted": true }""")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", """{ "storageEncrypted": true }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "the storage is not encrypted")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", """{ "storageEncrypted": false }""", "the storage is not encrypted")]
    [InlineData("aws:rds/instance:Instance", """{}""", "the storage is not encrypted")]
    [InlineData("aws:neptune/cluster:Cluster", """{}""", "the storage is not encrypted")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "storageEncrypted": "?" }""", "storageEncrypted")]
    [InlineData("aws:rds/cluster:Cluster", """{ "snapshotIdentifier": "old" }""", "storageEncrypted")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) => Assert.Equal(["data: " + property], Graph(type, inputs).Unknown(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "engineMode": "serverless" }""")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", """{ "sourceDbClusterIdentifier": "?" }""")]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    public void Other_IsNotJudged(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
