using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class DeletionProtectionIsOnTests
{
    private static readonly DeletionProtectionIsOn Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "deletionProtection": true }""")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", """{ "deletionProtection": true }""")]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "the database has no deletion protection")]
    [InlineData("aws:rds/instance:Instance", """{ "deletionProtection": false }""", "the database has no deletion protection")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", """{}""", "the database has no deletion protection")]
    [InlineData("aws:docdb/cluster:Cluster", """{}""", "the database has no deletion protection")]
    [InlineData(
        "aws:rds/instance:Instance", """{ "replicateSourceDb": "arn:aws:rds:eu-central-1:1:db:other" }""",
        "the database has no deletion protection")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "deletionProtection": "?" }""", "deletionProtection")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    [Fact]
    public void TableAndReplicaProtected_IsCompliant() => Assert.Empty(Table("""
        { "deletionProtectionEnabled": true, "replicas": [{ "regionName": "eu-central-1", "deletionProtectionEnabled": true }] }
        """).Violations(Rule));

    [Theory]
    [InlineData("""{ "deletionProtectionEnabled": false }""")]
    [InlineData("{}")]
    public void TableUnprotectedOrSilent_IsAViolation(string inputs) => Assert.Equal(
        ["orders: the table has no deletion protection"], Table(inputs).Violations(Rule));

    [Fact]
    public void ReplicaUnprotected_IsAViolation() => Assert.Equal(
        ["orders: the replica in eu-central-1 has no deletion protection"],
        Table("""{ "deletionProtectionEnabled": true, "replicas": [{ "regionName": "eu-central-1" }] }""").Violations(Rule));

    [Fact]
    public void UnknownTable_IsReportedAsUnknown() => Assert.Equal(
        ["orders: deletionProtectionEnabled"], Table("""{ "deletionProtectionEnabled": "?" }""").Unknown(Rule));

    private static TestGraph Table(string inputs) => new TestGraph().Add("aws:dynamodb/table:Table", "orders", inputs);

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
