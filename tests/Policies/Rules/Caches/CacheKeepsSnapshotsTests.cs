using DrInfra.Policies.Rules.Caches;

namespace DrInfra.Tests.Policies.Rules.Caches;

public class CacheKeepsSnapshotsTests
{
    private static readonly CacheKeepsSnapshots Rule = new();

    [Theory]
    [InlineData("""{ "snapshotRetentionLimit": 7 }""")]
    [InlineData("""{ "snapshotRetentionLimit": 8 }""")]
    [InlineData("""{ "engine": "memcached" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "snapshotRetentionLimit": 6 }""", "snapshotRetentionLimit is 6 days, 7 needed")]
    [InlineData("{}", "snapshotRetentionLimit is 0 days, 7 needed")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"sessions: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "snapshotRetentionLimit": "?" }""", "snapshotRetentionLimit")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"sessions: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:elasticache/replicationGroup:ReplicationGroup", "sessions", inputs);
}
