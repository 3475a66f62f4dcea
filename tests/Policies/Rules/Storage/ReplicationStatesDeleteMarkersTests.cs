using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationStatesDeleteMarkersTests
{
    private static readonly ReplicationStatesDeleteMarkers Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData(
        "\"deleteMarkerReplication\": { \"status\": \"Enabled\" },", "",
        "primary-replication: deleteMarkerReplication is not stated, Enabled or Disabled needed")]
    [InlineData(
        "\"deleteMarkerReplication\": { \"status\": \"Enabled\" }", "\"deleteMarkerReplication\": { \"status\": \"Disabled\" }",
        "primary-replication: delete markers are not replicated, but the buckets replicate both ways")]
    [InlineData(
        "\"filter\": { \"prefix\": \"\" },", "", "primary-replication: the rule has deleteMarkerReplication without a filter, which S3 rejects")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["primary-replication: rules[0].deleteMarkerReplication.status"],
            ReplicatedBuckets.With("\"deleteMarkerReplication\": { \"status\": \"Enabled\" }", "\"deleteMarkerReplication\": { \"status\": \"?\" }")
                .Unknown(Rule));

    [Fact]
    public void OneWayCopyWithoutDeletions_IsCompliant() => Assert.Empty(ReplicatedBuckets
        .With("Replication\": { \"status\": \"Enabled\"", "Replication\": { \"status\": \"Disabled\"").Without("standby-replication").Violations(Rule));
}
