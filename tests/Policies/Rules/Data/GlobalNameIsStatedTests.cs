using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class GlobalNameIsStatedTests
{
    private const string Cluster = "aws:rds/cluster:Cluster";
    private const string Table = "aws:dynamodb/table:Table";
    private static readonly GlobalNameIsStated Rule = new();

    [Theory]
    [InlineData(Cluster, """{ "globalClusterIdentifier": "g", "clusterIdentifier": "a" }""")]
    [InlineData(Cluster, "{}")]
    [InlineData(Table, """{ "name": "orders", "replicas": [{}] }""")]
    [InlineData(Table, "{}")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData(Cluster, """{ "globalClusterIdentifier": "g" }""", "its clusterIdentifier is generated at deployment")]
    [InlineData(
        Cluster, """{ "globalClusterIdentifier": "g", "clusterIdentifier": "a-1f", "__defaults": ["clusterIdentifier"] }""",
        "its clusterIdentifier is generated at deployment")]
    [InlineData(Table, """{ "replicas": [{}] }""", "its name is generated at deployment")]
    [InlineData(Table, """{ "name": "orders-1f", "__defaults": ["name"], "replicas": [{}] }""", "its name is generated at deployment")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Equal([$"data: {message}"], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData(Cluster, """{ "globalClusterIdentifier": "g", "clusterIdentifier": "?" }""", "clusterIdentifier")]
    [InlineData(Table, """{ "name": "?", "replicas": [{}] }""", "name")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
