using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class DataIsNotPublicTests
{
    private static readonly DataIsNotPublic Rule = new();

    [Theory]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", """{}""")]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", """{ "publiclyAccessible": false }""")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "enhancedVpcRouting": true }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", """{ "publiclyAccessible": true }""", "it is publicly accessible")]
    [InlineData("aws:rds/instance:Instance", """{ "publiclyAccessible": true }""", "it is publicly accessible")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "publiclyAccessible": true, "enhancedVpcRouting": true }""", "it is publicly accessible")]
    [InlineData("aws:redshift/cluster:Cluster", "{}", "COPY and UNLOAD traffic leaves the VPC: enhancedVpcRouting is off")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:rds/clusterInstance:ClusterInstance", """{ "publiclyAccessible": "?" }""", "publiclyAccessible")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "publiclyAccessible": "?", "enhancedVpcRouting": true }""", "publiclyAccessible")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
