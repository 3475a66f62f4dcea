using DrInfra.Policies.Rules.Caches;

namespace DrInfra.Tests.Policies.Rules.Caches;

public class CacheTakesFinalSnapshotTests
{
    private static readonly CacheTakesFinalSnapshot Rule = new();

    [Theory]
    [InlineData("""{ "snapshotRetentionLimit": 7, "finalSnapshotIdentifier": "final" }""")]
    [InlineData("""{ "snapshotRetentionLimit": 7, "finalSnapshotIdentifier": "?" }""")]
    [InlineData("{}")]
    [InlineData("""{ "snapshotRetentionLimit": 7, "globalReplicationGroupId": "g" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "snapshotRetentionLimit": 7 }""", "its automatic snapshots go with it, and no final one is taken")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"sessions: {message}", Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", inputs);
}
