using DrInfra.Policies.Rules.Data;

namespace DrInfra.Tests.Policies.Rules.Data;

public class StoreSpansZonesTests
{
    private static readonly StoreSpansZones Rule = new();

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "multiAzEnabled": true }""")]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", """{ "deploymentType": "MULTI_AZ_1" }""")]
    [InlineData("aws:rds/instance:Instance", """{ "multiAz": true }""")]
    [InlineData("aws:rds/instance:Instance", """{ "replicateSourceDb": "?" }""")]
    [InlineData(
        "aws:opensearch/domain:Domain",
        """{ "clusterConfig": { "instanceCount": 3, "zoneAwarenessEnabled": true, "zoneAwarenessConfig": { "availabilityZoneCount": 3 } } }""")]
    [InlineData("aws:opensearch/domain:Domain", """{ "clusterConfig": { "instanceCount": 2, "zoneAwarenessEnabled": true } }""")]
    [InlineData("aws:opensearch/domain:Domain", """{ "clusterConfig": { "instanceCount": 3, "multiAzWithStandbyEnabled": true } }""")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "multiAz": true }""")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "availabilityZoneRelocationEnabled": true }""")]
    public void Sound_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", "{}", "multiAzEnabled is off: its nodes may all be in one zone")]
    [InlineData(
        "aws:elasticache/replicationGroup:ReplicationGroup", """{ "multiAzEnabled": false }""", "multiAzEnabled is off: its nodes may all be in one zone")]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", """{ "deploymentType": "SINGLE_AZ_2" }""", "deploymentType is SINGLE_AZ_2: it is in one zone")]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", "{}", "deploymentType is SINGLE_AZ_1: it is in one zone")]
    [InlineData("aws:rds/instance:Instance", """{}""", "it is in one zone only")]
    [InlineData("aws:rds/instance:Instance", """{ "multiAz": false }""", "it is in one zone only")]
    [InlineData("aws:opensearch/domain:Domain", """{ "clusterConfig": { "instanceCount": 3 } }""", "all its nodes are in one zone: zone awareness is off")]
    [InlineData(
        "aws:opensearch/domain:Domain", """{ "clusterConfig": { "instanceCount": 4, "zoneAwarenessEnabled": true } }""",
        "availabilityZoneCount is 2, 3 needed")]
    [InlineData(
        "aws:opensearch/domain:Domain",
        """{ "clusterConfig": { "instanceCount": 4, "zoneAwarenessEnabled": true, "zoneAwarenessConfig": { "availabilityZoneCount": 3 } } }""",
        "4 nodes do not spread evenly over 3 zones")]
    [InlineData("aws:redshift/cluster:Cluster", "{}", "it is in one zone: neither multiAz nor availabilityZoneRelocationEnabled is on")]
    public void Weak_IsAViolation(string type, string inputs, string message) => Assert.Contains($"data: {message}", Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:elasticache/replicationGroup:ReplicationGroup", """{ "multiAzEnabled": "?" }""", "multiAzEnabled")]
    [InlineData("aws:fsx/windowsFileSystem:WindowsFileSystem", """{ "deploymentType": "?" }""", "deploymentType")]
    [InlineData("aws:rds/instance:Instance", """{ "multiAz": "?" }""", "multiAz")]
    [InlineData("aws:opensearch/domain:Domain", """{ "clusterConfig": { "zoneAwarenessEnabled": "?" } }""", "clusterConfig.zoneAwarenessEnabled")]
    [InlineData("aws:redshift/cluster:Cluster", """{ "multiAz": "?" }""", "multiAz")]
    public void Unknown_IsReportedAsUnknown(string type, string inputs, string property) =>
        Assert.Equal([$"data: {property}"], Graph(type, inputs).Unknown(Rule));

    [Theory]
    [InlineData("""{ "engine": "memcached", "numCacheNodes": 2, "azMode": "cross-az" }""", 0)]
    [InlineData("""{ "engine": "memcached", "numCacheNodes": 2, "preferredAvailabilityZones": ["a", "b"] }""", 0)]
    [InlineData("""{ "engine": "memcached", "numCacheNodes": 2 }""", 1)]
    [InlineData("""{ "engine": "memcached" }""", 1)]
    [InlineData("""{ "replicationGroupId": "sessions" }""", 0)]
    public void CacheCluster_SaysWhereItsNodesAre(string inputs, int violations) =>
        Assert.Equal(violations, Graph("aws:elasticache/cluster:Cluster", inputs).Violations(Rule).Length);

    [Theory]
    [InlineData("{}", 0)]
    [InlineData("""{ "numReplicasPerShard": 0 }""", 1)]
    public void MemoryDb_HasOneReplicaWhereNothingIsSaid(string inputs, int violations) =>
        Assert.Equal(violations, Graph("aws:memorydb/cluster:Cluster", inputs).Violations(Rule).Length);

    private static TestGraph Graph(string type, string inputs) => new TestGraph().Add(type, "data", inputs);
}
