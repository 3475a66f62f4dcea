using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class TopicFeedsBothRegionsTests
{
    private static readonly TopicFeedsBothRegions Rule = new();

    [Fact]
    public void TopicInEachThatFeedsBoth_IsCompliant() => Assert.Empty(FedQueues.Sound().Violations(Rule));

    [Fact]
    public void QueuesWithoutTopics_AreNotJudged() => Assert.Empty(new TestGraph()
        .Add(FedQueues.Queue, "work-eu-west-1", "{}").Add(FedQueues.Queue, "work-eu-central-1", "{}", FedQueues.Standby).Violations(Rule));

    [Theory]
    [InlineData("feed-eu-west-1-eu-central-1", "topic-eu-west-1: it feeds transfers in eu-west-1, but not in eu-central-1")]
    [InlineData("feed-eu-central-1-eu-west-1", "topic-eu-central-1: it feeds transfers in eu-central-1, but not in eu-west-1")]
    public void SubscriptionThatIsMissing_IsAViolation(string feed, string message) =>
        Assert.Equal([message], FedQueues.Sound().Without(feed).Violations(Rule));

    [Fact]
    public void RegionWithoutATopic_IsAViolation() => Assert.Equal(
        ["transfers-eu-central-1: no topic in eu-central-1 feeds it: producers have none once they are there"],
        FedQueues.Sound().Without("feed-eu-central-1-eu-central-1").Without("feed-eu-central-1-eu-west-1").Violations(Rule));

    // The missing one may be the one whose queue only the deployment will tell.
    [Fact]
    public void SubscriptionOfAnUnknownQueue_IsUnknown() => Assert.Equal(
        ["feed-eu-west-1-eu-central-1: endpoint"], FedQueues.Sound().With("feed-eu-west-1-eu-central-1", "endpoint", "?").Unknown(Rule));
}
