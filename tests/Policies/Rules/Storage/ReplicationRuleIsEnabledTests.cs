using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationRuleIsEnabledTests
{
    private static readonly ReplicationRuleIsEnabled Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData(
        "\"id\": \"everything\", \"status\": \"Enabled\"", "\"id\": \"everything\", \"status\": \"Disabled\"",
        "primary-replication: replication rule everything is Disabled, Enabled needed")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["primary-replication: rules[0].status"],
            ReplicatedBuckets.With("\"id\": \"everything\", \"status\": \"Enabled\"", "\"id\": \"everything\", \"status\": \"?\"").Unknown(Rule));
}
