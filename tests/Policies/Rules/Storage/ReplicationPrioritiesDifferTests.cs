using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationPrioritiesDifferTests
{
    private static readonly ReplicationPrioritiesDiffer Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData(
        "\"rules\": [", "\"rules\": [{ \"status\": \"Enabled\", \"priority\": 1, \"filter\": {}, \"destination\": {} }, ",
        "primary-replication: 2 replication rules have the priority 1")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void DifferentPriorities_AreCompliant() => Assert.Empty(ReplicatedBuckets
        .With("\"rules\": [", "\"rules\": [{ \"status\": \"Enabled\", \"priority\": 2, \"filter\": {}, \"destination\": {} }, ").Violations(Rule));
}
