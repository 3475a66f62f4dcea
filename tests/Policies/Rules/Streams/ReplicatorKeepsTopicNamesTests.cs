using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class ReplicatorKeepsTopicNamesTests
{
    private static readonly ReplicatorKeepsTopicNames Rule = new();

    [Theory]
    [InlineData(""", "topicNameConfiguration": { "type": "IDENTICAL" }""", 0)]
    [InlineData(""", "topicNameConfiguration": { "type": "PREFIXED_WITH_SOURCE_CLUSTER_ALIAS" }""", 1)]
    [InlineData("", 1)]
    public void TopicsOfOtherNames_AreAViolation(string names, int violations) => Assert.Equal(violations, Graph(names).Violations(Rule).Length);

    [Fact]
    public void UnknownNames_AreReportedAsUnknown() => Assert.Equal(
        ["link: replicationInfoList.topicReplications[0].topicNameConfiguration.type"], Graph(""", "topicNameConfiguration": { "type": "?" }""").Unknown(Rule));

    private static TestGraph Graph(string names) => new TestGraph().Add(
        "aws:msk/replicator:Replicator", "link", $$"""{ "replicationInfoList": { "topicReplications": [{ "topicsToReplicates": [".*"]{{names}} }] } }""");
}
