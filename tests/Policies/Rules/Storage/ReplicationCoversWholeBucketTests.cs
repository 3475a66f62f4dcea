using DrInfra.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Storage;

public class ReplicationCoversWholeBucketTests
{
    private static readonly ReplicationCoversWholeBucket Rule = new();

    [Fact]
    public void TwoWayReplication_IsCompliant() => Assert.Empty(ReplicatedBuckets.Graph().Violations(Rule));

    [Theory]
    [InlineData(
        "\"filter\": { \"prefix\": \"\" }", "\"filter\": { \"prefix\": \"a/\" }",
        "primary-replication: only part of the bucket is replicated: rules[0].filter.prefix is a/")]
    [InlineData(
        "\"filter\": { \"prefix\": \"\" }", "\"filter\": { \"tag\": { \"key\": \"a\", \"value\": \"b\" } }",
        "primary-replication: only part of the bucket is replicated: rules[0].filter.tag is {\"key\":\"a\",\"value\":\"b\"}")]
    public void Broken_IsAViolation(string text, string replacement, string message) =>
        Assert.Equal([message], ReplicatedBuckets.With(text, replacement).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() =>
        Assert.Equal(
            ["primary-replication: rules[0].filter.prefix"],
            ReplicatedBuckets.With("\"filter\": { \"prefix\": \"\" }", "\"filter\": { \"prefix\": \"?\" }").Unknown(Rule));

    [Fact]
    public void NarrowRuleBesideAWholeOne_IsCompliant() => Assert.Empty(ReplicatedBuckets
        .With("\"rules\": [", "\"rules\": [{ \"status\": \"Enabled\", \"filter\": { \"prefix\": \"a/\" } }, ").Violations(Rule));
}
