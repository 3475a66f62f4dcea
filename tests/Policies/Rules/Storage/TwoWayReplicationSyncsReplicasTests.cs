using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class TwoWayReplicationSyncsReplicasTests
{
    private static readonly TwoWayReplicationSyncsReplicas Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData(
        "\"replicaModifications\": { \"status\": \"Enabled\" },", "",
        "primary-replication: replica modifications are not replicated, but the buckets replicate both ways")]
    [InlineData(
        "\"replicaModifications\": { \"status\": \"Enabled\" }", "\"replicaModifications\": { \"status\": \"Disabled\" }",
        "primary-replication: replica modifications are Disabled, but the buckets replicate both ways")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["primary-replication: rules[0].sourceSelectionCriteria.replicaModifications.status"],
            ReplicatedBuckets.With("\"replicaModifications\": { \"status\": \"Enabled\" }", "\"replicaModifications\": { \"status\": \"?\" }").Unknown(Rule));
}
