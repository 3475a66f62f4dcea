using DrInfra.Policies.Assessment;
using DrInfra.Policies.Assessment.Stores;
using DrInfra.Policies.Aws.Sns;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class TopicFeedsBothRegions : AssessmentRule
{
    protected override IEnumerable<Finding> Evaluate(RuleContext context, RecoveryAssessment recovery)
    {
        var estate = context.Estate;
        foreach (var store in FedTwins.Twins(recovery))
        {
            var feeds = store.Members.SelectMany(queue => QueueFeed.Into(estate, queue)).ToList();
            foreach (var topic in feeds.Select(feed => feed.Topic).Distinct())
            {
                var hidden = estate.OfType(SnsTypes.TopicSubscription).FirstOrDefault(subscription => IsUnknown(estate, subscription));
                foreach (var left in store.Members.Where(queue => !feeds.Any(feed => feed.Topic == topic && feed.Queue == queue)))
                {
                    yield return hidden is not null ? Finding.Unknown(hidden, "endpoint")
                        : Finding.Violation(topic, $"it feeds {store.Label} in {Others(store, left)}, but not in {left.Region}");
                }
            }

            foreach (var queue in store.Members.Where(queue => feeds.Count > 0 && !feeds.Any(feed => feed.Topic.Region == queue.Region)))
            {
                yield return Finding.Violation(queue, $"no topic in {queue.Region} feeds it: producers have none once they are there");
            }
        }
    }

    private static string Others(Policies.Assessment.Store store, Node left) =>
        string.Join(", ", store.Members.Where(queue => queue != left).Select(queue => queue.Region));

    private static bool IsUnknown(Estate estate, Node subscription) => subscription["protocol"].IsUnknown
        || (subscription["protocol"].Text == "sqs" && (estate.References.Follow(subscription, "endpoint", SqsTypes.Queue).IsUnknown
            || estate.References.Follow(subscription, "topic", SnsTypes.Topic).IsUnknown));
}
