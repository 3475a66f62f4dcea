using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>
/// What makes the shipped queue outlive its Region, taken away one by one: each is a finding, and most of them cost the objective.
/// </summary>
[Collection(ShippedStacksGroup.Name)]
public class QueueRemovalTests(ShippedStacks stacks)
{
    private const string Twin = "ledger-transfers-queue-eu-central-1";
    private const string Home = "ledger-transfers-queue-eu-west-1";
    private const string Retention = "messageRetentionSeconds";
    private const string Feed = "ledger-transfers-feeds-eu-central-1-eu-west-1";
    private const string CaughtUpTooLate = "ledger Region: MetOnAssumption Breached";
    private const string Breached = "ledger Region: Breached";

    public static TheoryData<string, string[]> Taken => new()
    {
        { "feed", ["topic-feeds-both-regions ledger-transfers-topic-eu-west-1: it feeds transfers in eu-west-1, but not in eu-central-1", Breached] },
        { "queue policy", ["queue-feed-delivers ledger-transfers-queue-eu-central-1: its policy does not let sns.amazonaws.com send", Breached] },
        { "key policy", ["queue-feed-delivers ledger-transfers-queue-eu-central-1: the policy of its key ledger-queues-key-eu-central-1", Breached] },
        { "filter", ["queue-feeds-are-alike ledger-transfers-feeds-eu-central-1-eu-west-1: its filterPolicy is", Breached] },
        { "raw delivery", ["queue-feeds-are-alike ledger-transfers-feeds-eu-central-1-eu-west-1: its rawMessageDelivery is not stated"] },
        { "retention below the RTO", ["passive-queue-retention-fits ledger-transfers-queue-eu-central-1: it keeps messages for 29m59s", Breached] },
        { "retention that outlives its use", ["passive-queue-retention-fits ledger-transfers-queue-eu-central-1: it keeps messages for 14d", CaughtUpTooLate] },
        { "queue of the standby", ["queue-or-stream-stands-in-both-regions ledger-transfers-queue-eu-west-1: it is only in eu-west-1", Breached] },
        {
            "topic of the standby",
            ["topic-feeds-both-regions ledger-transfers-queue-eu-central-1: no topic in eu-central-1 feeds it", "ledger Region: MetOnAssumption Unknown"]
        },
        { "redrive of the feed", ["queue-feed-keeps-what-it-cannot-deliver ledger-transfers-feeds-eu-central-1-eu-west-1: it has no dead-letter queue"] },
        { "dead letters", ["dead-letter-queue-is-set ledger-transfers-queue-eu-west-1: it has no dead-letter queue"] },
        { "one receive", ["dead-letter-queue-is-set ledger-transfers-queue-eu-west-1: maxReceiveCount is 1"] },
        { "alarm on the age", ["queue-age-is-alarmed ledger-transfers-queue-eu-west-1: no alarm in eu-west-1", Breached] },
        { "alarm on dead letters", ["failed-messages-are-alarmed ledger-transfers-dead-letter-queue-eu-central-1: no alarm in eu-central-1"] },
        { "alarm on deliveries", ["failed-messages-are-alarmed ledger-transfers-topic-eu-west-1: no alarm in eu-west-1"] },
        { "TLS", ["queue-requires-tls ledger-transfers-queue-eu-central-1: no policy of it denies"] },
        { "deduplication", ["fed-queue-consumers-deduplicate ledger-manifest-eu-west-1: nothing says by what consumers of transfers"] },
        { "age alarm in the standby", ["passive-queue-has-no-age-alarm ledger-transfers-arrivals-eu-central-1: it rings while eu-central-1 stands by"] },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void WhatMakesTheQueueOutliveItsRegion_TakenAway_IsSeen(string what, string[] findings)
    {
        var (dev, dr) = Without(what);

        ShippedVerdicts.Of(dev, dr).Sees(findings);
    }

    private (ResourceGraph Dev, ResourceGraph Dr) Without(string what)
    {
        var (dev, dr) = (stacks.Dev.Graph, stacks.Dr.Graph);
        return what switch
        {
            "feed" => (dev.Without(Feed), dr),
            "queue policy" => (dev.Replacing(Twin, "sns.amazonaws.com", "s3.amazonaws.com"), dr),
            "key policy" => (dev.Replacing("ledger-queues-key-eu-central-1", "sns.amazonaws.com", "s3.amazonaws.com"), dr),
            "filter" => (dev.With(Feed, "filterPolicy", """{"kind":["urgent"]}"""), dr),
            "raw delivery" => (dev.With(Feed, "rawMessageDelivery", null), dr),
            "retention below the RTO" => (dev.With(Twin, Retention, 1799), dr),
            "retention that outlives its use" => (dev.With(Twin, Retention, 1_209_600), dr),
            "queue of the standby" => (dev.Without(
                Twin, Feed, "ledger-transfers-feeds-eu-central-1-eu-central-1", "ledger-transfers-dead-letter-sources-eu-central-1"), dr),
            "topic of the standby" => (dev.Without(
                "ledger-transfers-topic-eu-central-1", "ledger-transfers-topic-policy-eu-central-1", "ledger-transfers-undelivered-queue-eu-central-1",
                "ledger-transfers-feeds-eu-central-1-eu-central-1", "ledger-transfers-feeds-eu-west-1-eu-central-1"), dr),
            "redrive of the feed" => (dev.With(Feed, "redrivePolicy", null), dr),
            "dead letters" => (dev.With(Home, "redrivePolicy", null), dr),
            "one receive" => (dev.Replacing(Home, "maxReceiveCount\\\":5", "maxReceiveCount\\\":1"), dr),
            "alarm on the age" => (dev.Without("ledger-transfers-age-eu-west-1"), dr),
            "alarm on dead letters" => (dev, dr.Without("ledger-transfers-dead-letters-eu-central-1")),
            "alarm on deliveries" => (dev.Without("ledger-transfers-failed-deliveries-eu-west-1"), dr),
            "TLS" => (dev.Replacing(Twin, "aws:SecureTransport", "aws:ViaAWSService"), dr),
            "deduplication" => (dev.Replacing("ledger-manifest-eu-west-1", "deduplicateBy", "deduplicated"),
                dr.Replacing("ledger-manifest-eu-central-1", "deduplicateBy", "deduplicated")),
            "age alarm in the standby" => (dev, dr.With("ledger-transfers-arrivals-eu-central-1", "metricName", "ApproximateAgeOfOldestMessage")),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
        };
    }
}
