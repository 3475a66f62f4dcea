using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationHasNoExistingObjectBlockTests
{
    private static readonly ReplicationHasNoExistingObjectBlock Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData(
        "\"priority\": 1", "\"priority\": 1, \"existingObjectReplication\": { \"status\": \"Enabled\" }",
        "primary-replication: the rule has existingObjectReplication, which S3 rejects")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));
}
