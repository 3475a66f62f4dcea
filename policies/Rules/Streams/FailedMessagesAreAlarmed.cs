using DrInfra.Policies.Aws.CloudWatch;
using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class FailedMessagesAreAlarmed : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var watched = new WatchedStores(estate);
        foreach (var target in DeadLetters.AllIn(estate).Select(link => link.Target).OfType<Node>().Distinct()
            .Where(target => AlarmHome.IsGiven(estate, target.Region) && !IsSeen(watched, target)))
        {
            yield return watched.Of(target).Any(found => found.Metric.Name == QueueMetrics.Sent)
                ? Finding.Violation(target, $"its alarm is on {QueueMetrics.Sent}, which does not count messages that SQS moves there")
                : Finding.Violation(target, $"no alarm in {target.Region} tells that consumers gave up messages");
        }

        foreach (var topic in QueueFeed.AllIn(estate).GroupBy(feed => feed.Topic).Where(feeds => AlarmHome.IsGiven(estate, feeds.Key.Region)))
        {
            var kept = DeadLetters.OfSubscriptions(estate).Where(link => topic.Any(feed => feed.Subscription == link.Node)).Select(link => link.Target);
            if (!watched.Of(topic.Key).Any(found => found.Metric.Kind == MetricKind.Failures)
                && !kept.OfType<Node>().Any(target => IsSeen(watched, target) || watched.Of(target).Any(found => found.Metric.Name == QueueMetrics.Sent)))
            {
                yield return Finding.Violation(topic.Key, $"no alarm in {topic.Key.Region} tells that it could not deliver messages to a queue");
            }
        }
    }

    private static bool IsSeen(WatchedStores watched, Node target) =>
        watched.Of(target).Any(found => found.Metric.Name is QueueMetrics.Visible or QueueMetrics.Age);
}
