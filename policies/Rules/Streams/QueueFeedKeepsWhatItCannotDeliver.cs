using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class QueueFeedKeepsWhatItCannotDeliver : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from feed in QueueFeed.AllIn(context.Estate)
        from finding in Judge(context.Estate, feed)
        select finding;

    private static IEnumerable<Finding> Judge(Estate estate, QueueFeed feed)
    {
        if (feed.Redrive.IsAbsent)
        {
            yield return Finding.Violation(
                feed.Subscription, $"it has no dead-letter queue: messages that {feed.Queue.Name} refuses are lost at once", feed.Redrive.Path);
            yield break;
        }

        var link = DeadLetters.OfSubscriptions(estate).First(found => found.Node == feed.Subscription);
        if (link.Target is not { } target)
        {
            yield return link.IsUnknown ? Finding.Unknown(feed.Subscription, feed.Redrive.Path)
                : Finding.Violation(feed.Subscription, "no queue of these stacks is its dead-letter queue", feed.Redrive.Path);
            yield break;
        }

        if (target.Region != feed.Topic.Region)
        {
            yield return Finding.Violation(
                feed.Subscription, $"its dead-letter queue is in {target.Region}, but its topic in {feed.Topic.Region}", feed.Redrive.Path);
            yield break;
        }

        foreach (var reason in QueuePolicies.Refusals(estate, target, feed.Topic))
        {
            yield return reason.IsUnknown ? Finding.Of(reason) : Finding.Violation(target, reason.Text, reason.Property);
        }
    }
}
