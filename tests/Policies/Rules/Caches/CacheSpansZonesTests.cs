using DrInfra.Policies.Rules.Caches;

namespace DrInfra.Tests.Policies.Rules.Caches;

public class CacheSpansZonesTests
{
    private static readonly CacheSpansZones Rule = new();

    [Theory]
    [InlineData("""{ "multiAzEnabled": true }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{}", "multiAzEnabled is off: its nodes may all be in one zone")]
    [InlineData("""{ "multiAzEnabled": false }""", "multiAzEnabled is off: its nodes may all be in one zone")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"sessions: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "multiAzEnabled": "?" }""", "multiAzEnabled")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"sessions: {property}", Graph(inputs).Unknown(Rule));
    }

    [Theory]
    [InlineData("""{ "engine": "memcached", "numCacheNodes": 2, "azMode": "cross-az" }""", 0)]
    [InlineData("""{ "engine": "memcached", "numCacheNodes": 2, "preferredAvailabilityZones": ["a", "b"] }""", 0)]
    [InlineData("""{ "engine": "memcached", "numCacheNodes": 2 }""", 1)]
    [InlineData("""{ "engine": "memcached" }""", 1)]
    [InlineData("""{ "replicationGroupId": "sessions" }""", 0)]
    public void Cluster_SaysWhereItsNodesAre(string inputs, int violations) =>
        Assert.Equal(violations, new TestGraph().Add("aws:elasticache/cluster:Cluster", "nodes", inputs).Violations(Rule).Length);

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{ "numReplicasPerShard": 0 }""", 1)]
    public void MemoryDb_HasOneReplicaWhereNothingIsSaid(string inputs, int violations) =>
        Assert.Equal(violations, new TestGraph().Add("aws:memorydb/cluster:Cluster", "memory", inputs).Violations(Rule).Length);

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", inputs);
}
