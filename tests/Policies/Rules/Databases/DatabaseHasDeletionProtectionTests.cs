using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DatabaseHasDeletionProtectionTests
{
    private static readonly DatabaseHasDeletionProtection Rule = new();

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "deletionProtection": true }""")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", """{ "deletionProtection": true }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{}""", "the database may be deleted: deletion protection is off")]
    [InlineData("aws:rds/instance:Instance", """{ "deletionProtection": false }""", "the database may be deleted: deletion protection is off")]
    [InlineData("aws:rds/globalCluster:GlobalCluster", """{}""", "the database may be deleted: deletion protection is off")]
    [InlineData("aws:docdb/cluster:Cluster", """{}""", "the database may be deleted: deletion protection is off")]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "arn:aws:rds:eu-central-1:1:db:other" }""", "the database may be deleted: deletion protection is off")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/cluster:Cluster", """{ "deletionProtection": "?" }""", "deletionProtection")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) => Assert.Equal(["data: " + property], Graph(type, inputs).Unknown(Rule));

    [Theory]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "main" }""")]
    public void Other_IsNotJudged(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
