using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationMetricsArePublishedTests
{
    private static readonly ReplicationMetricsArePublished Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData(
        "\"metrics\": { \"status\": \"Enabled\"", "\"metrics\": { \"status\": \"Disabled\"",
        "primary-replication: replication metrics are Disabled, Enabled needed")]
    [InlineData(
        "\"metrics\": { \"status\": \"Enabled\", \"eventThreshold\": { \"minutes\": 15 } },", "",
        "primary-replication: replication metrics are not published, Enabled needed")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["primary-replication: rules[0].destination.metrics.status"],
            ReplicatedBuckets.With("\"metrics\": { \"status\": \"Enabled\"", "\"metrics\": { \"status\": \"?\"").Unknown(Rule));
}
