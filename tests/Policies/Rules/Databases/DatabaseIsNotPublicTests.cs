using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class DatabaseIsNotPublicTests
{
    private static readonly DatabaseIsNotPublic Rule = new();

    [Theory]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", """{}""")]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", """{ "publiclyAccessible": false }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", """{ "publiclyAccessible": true }""", "it has a public address")]
    [InlineData("aws:rds/instance:Instance", """{ "publiclyAccessible": true }""", "it has a public address")]
    public void Weakened_IsAViolation(string type, string inputs, string message) => Assert.Equal(["data: " + message], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", """{ "publiclyAccessible": "?" }""", "publiclyAccessible")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) => Assert.Equal(["data: " + property], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
