using DrInfra.Policies.Assessment;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>A queue that a topic fills in the other Region: a copy as far as messages arrive, are kept, and are complete.</summary>
public class FedCopyTests
{
    private const string Feed = "feed-eu-west-1-eu-central-1";
    private const string Twin = "transfers-eu-central-1";

    private static readonly RecoverySettings Assumptions = With(("sns-delivery", "2m"), ("queue-drain-rate", "1 MB/s"));

    [Fact]
    public void Sound_LosesWhatWasNotDeliveredYet()
    {
        var store = Store(FedQueues.Sound());
        var outcome = FedQueues.Sound().Outcome(Disruption.Region, Assumptions);

        Assert.Equal(120, store.Copies.Single(copy => copy.Kind.Contains("topic", StringComparison.Ordinal)).Uses[Disruption.Region].Staleness.Figure.Worst);
        Assert.Equal(120, outcome.Rpo.Figure.Worst);
        Assert.Equal(ObjectiveVerdict.MetOnAssumption, outcome.Verdict);
    }

    // No source says how long a delivery takes.
    [Fact]
    public void WithoutAnAssumption_NothingBoundsTheDelivery() => Assert.Equal(
        double.PositiveInfinity,
        Copy(Store(FedQueues.Sound(), With())).Uses[Disruption.Region].Staleness.Figure.Worst);

    // Two days of a GB a day, at a MB a second.
    [Fact]
    public void ConsumersWorkThroughTheWholeRetention_BeforeTheyCatchUp()
    {
        Assert.Equal(2000, Store(FedQueues.Sound()).CatchUp!.Figure.Worst);

        var longer = FedQueues.Sound().With(Twin, "messageRetentionSeconds", 1_209_600).Outcome(Disruption.Region, Assumptions);
        Assert.Equal(12_000, longer.Rto.Figure.Worst - FedQueues.Sound().Outcome(Disruption.Region, Assumptions).Rto.Figure.Worst);
    }

    [Fact]
    public void NobodyStatesHowMuchComesIn_TimeToCatchUpIsUnknown() => Assert.True(
        Store(FedQueues.Sound().With("manifest-primary", "insecureValue/stores", null).With("manifest-standby", "insecureValue/stores", null))
            .CatchUp!.Figure.IsUnknown);

    [Theory]
    [InlineData("no feed", "the topic topic-eu-west-1 does not feed it")]
    [InlineData("policy", "its policy does not let sns.amazonaws.com send for the topic topic-eu-west-1")]
    [InlineData("no policy", "the queue has no policy, so it refuses the topic topic-eu-west-1")]
    [InlineData("key", "the policy of its key key-eu-central-1 does not allow sns.amazonaws.com for the topic topic-eu-west-1")]
    [InlineData("managed key", "it is encrypted with the AWS managed key for SQS, which SNS cannot use")]
    [InlineData("filter", "its filter leaves out messages that transfers-eu-west-1 gets")]
    [InlineData("fifo", "a FIFO queue takes no messages of the standard topic topic-eu-west-1")]
    [InlineData("retention", "it keeps messages for 23h59m59s, and a failover may take 1d: they expire before anybody receives them")]
    public void WhatArrivesNotOrIncompleteOrTooShort_IsNoCopy(string what, string why)
    {
        var graph = Broken(what);

        Assert.Contains(why, Copy(Store(graph)).Lost[Disruption.Region].Text, StringComparison.Ordinal);
        Assert.Null(Store(graph).CatchUp);
    }

    // What waits longer than the other Region keeps it, neither has; without an alarm nobody knows how long it waits.
    [Theory]
    [InlineData(true, 86_400 + 600 + 120, 120.0)]
    [InlineData(true, 86_400 + 600 + 119, 86_400 + 600 + 119 + 120.0)]
    [InlineData(false, 172_800, 172_800 + 120.0)]
    public void MessagesThatWaitForLong_MayExpireInBothRegions(bool watched, int kept, double lost)
    {
        var graph = kept == 172_800 ? FedQueues.Sound() : FedQueues.Sound().With(Twin, "messageRetentionSeconds", kept);

        Assert.Equal(lost, Copy(Store(watched ? graph : graph.Without("age"))).Uses[Disruption.Region].Staleness.Figure.Worst);
    }

    [Fact]
    public void UnknownRetention_MakesTheAgeUnknown() =>
        Assert.True(Copy(Store(FedQueues.Sound().With(Twin, "messageRetentionSeconds", "?"))).Uses[Disruption.Region].Staleness.Figure.IsUnknown);

    [Fact]
    public void UnknownPolicy_IsNotCountedOn() =>
        Assert.True(Copy(Store(FedQueues.Sound().With(Twin, "policy", "?"))).Uses[Disruption.Region].Staleness.Figure.IsUnknown);

    // Producers of the standby Region have no topic then, and may send anywhere.
    [Fact]
    public void TopicInTheLostRegionAlone_NobodyKnowsWhereProducersSend()
    {
        var graph = FedQueues.Sound().Without("feed-eu-central-1-eu-central-1").Without("feed-eu-central-1-eu-west-1").Without("topic-eu-central-1")
            .Without("undelivered-eu-central-1");

        Assert.True(Copy(Store(graph)).Uses[Disruption.Region].Recovery.Figure.IsUnknown);
        Assert.Equal(ObjectiveVerdict.Unknown, graph.Outcome(Disruption.Region, Assumptions).Verdict);
    }

    // https://docs.aws.amazon.com/sns/latest/dg/sns-cross-region-delivery.html
    [Theory]
    [InlineData("eu-south-1", null, true)]
    [InlineData("eu-south-1", "sns.eu-south-1.amazonaws.com", false)]
    public void OptInRegion_IsDeliveredToUnderItsOwnName(string standby, string? principal, bool lost) => Assert.Equal(
        lost, Copy(Store(FedQueues.Of(FedQueues.Primary, standby, principal))).Lost.ContainsKey(Disruption.Region));

    [Fact]
    public void QueuesOfOtherNames_AreTwinsByTheTopicThatFeedsBoth() => Assert.Equal(
        ["first", "second"],
        new TestGraph()
            .Add(FedQueues.Queue, "first", """{ "name": "inbox" }""")
            .Add(FedQueues.Queue, "second", """{ "name": "copy-of-it" }""", FedQueues.Standby)
            .Add(FedQueues.Topic, "topic", """{ "name": "topic" }""")
            .Add(FedQueues.Subscription, "one", """{ "topic": "?", "protocol": "sqs", "endpoint": "?" }""", dependencies: [
                ("topic", FedQueues.Topic, "topic"), ("endpoint", FedQueues.Queue, "first")])
            .Add(FedQueues.Subscription, "two", """{ "topic": "?", "protocol": "sqs", "endpoint": "?" }""", dependencies: [
                ("topic", FedQueues.Topic, "topic"), ("endpoint", FedQueues.Queue, "second")])
            .Assess().Stores.Single().Members.Select(member => member.Name));

    [Fact]
    public void QueuesOfWhatFailed_AreNoStoresOfTheirOwn() =>
        Assert.Equal(["transfers"], FedQueues.Sound().Assess().Stores.Where(store => store.Kind == "queue").Select(store => store.Label));

    private static TestGraph Broken(string what) => what switch
    {
        "no feed" => FedQueues.Sound().Without(Feed),
        "policy" => FedQueues.Sound().With(Twin, "policy/Statement/0/Condition/ArnEquals/aws:SourceArn/0", null),
        "no policy" => FedQueues.Sound().With(Twin, "policy", null),
        "key" => FedQueues.Sound().With("key-eu-central-1", "policy/Statement/1/Action/0", null),
        "managed key" => FedQueues.Sound().With(Twin, "kmsMasterKeyId", "alias/aws/sqs"),
        "filter" => FedQueues.Sound().With(Feed, "filterPolicy", """{"kind":["urgent"]}"""),
        "fifo" => FedQueues.Sound().With(Twin, "fifoQueue", true),
        "retention" => FedQueues.Sound().With(Twin, "messageRetentionSeconds", 86_399),
        _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
    };

    private static Store Store(TestGraph graph, RecoverySettings? settings = null) =>
        graph.Assess(settings ?? Assumptions).Stores.Single(store => store.Kind == "queue");

    private static Copy Copy(Store store) => store.Copies.Single(copy => copy.Kind.Contains("topic", StringComparison.Ordinal));

    private static RecoverySettings With(params (string Id, string Value)[] more) => Assessed.Assumptions with
    {
        Assumptions =
        [
            .. Assessed.Assumptions.Assumptions,
            .. more.Length == 0 ? [] : RecoverySettingsFile.Parse(
                string.Join('\n', ["assumptions:", .. more.Select(pair =>
                    $"  - {{id: {pair.Id}, value: {pair.Value}, why: test, owner: test, reviewed: 2026-11-01}}")]),
                "recovery.yaml").Assumptions,
        ],
    };
}
