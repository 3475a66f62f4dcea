using DrInfra.Policies.Rules.Caches;

namespace DrInfra.Tests.Policies.Rules.Caches;

public class CacheFailsOverTests
{
    private static readonly CacheFailsOver Rule = new();

    [Theory]
    [InlineData("""{ "automaticFailoverEnabled": true, "numCacheClusters": 2 }""")]
    [InlineData("""{ "automaticFailoverEnabled": true, "numNodeGroups": 3, "replicasPerNodeGroup": 1 }""")]
    [InlineData("""{ "automaticFailoverEnabled": true, "nodeGroupConfigurations": [{ "replicaCount": 1 }] }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "numCacheClusters": 2 }""", "automatic failover is off")]
    [InlineData("""{ "automaticFailoverEnabled": false, "numCacheClusters": 2 }""", "automatic failover is off")]
    [InlineData("""{ "automaticFailoverEnabled": true, "numCacheClusters": 1 }""", "a shard has no replica")]
    [InlineData(
        """{ "automaticFailoverEnabled": true, "nodeGroupConfigurations": [{ "replicaCount": 1 }, { "replicaCount": 0 }] }""",
        "a shard has no replica")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"sessions: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "automaticFailoverEnabled": "?", "numCacheClusters": 2 }""", "automaticFailoverEnabled")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"sessions: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", inputs);
}
