using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationTimeIsFifteenMinutesTests
{
    private static readonly ReplicationTimeIsFifteenMinutes Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData("\"time\": { \"minutes\": 15 }", "\"time\": { \"minutes\": 14 }", "primary-replication: replication time is 14 minutes, 15 needed")]
    [InlineData(
        "\"eventThreshold\": { \"minutes\": 15 }", "\"eventThreshold\": { \"minutes\": 16 }",
        "primary-replication: the metrics' threshold is 16 minutes, 15 needed")]
    [InlineData(
        "\"replicationTime\": { \"status\": \"Enabled\"", "\"replicationTime\": { \"status\": \"Disabled\"",
        "primary-replication: Replication Time Control is Disabled, Enabled needed")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["primary-replication: rules[0].destination.replicationTime.time.minutes"],
            ReplicatedBuckets.With("\"time\": { \"minutes\": 15 }", "\"time\": { \"minutes\": \"?\" }").Unknown(Rule));
}
