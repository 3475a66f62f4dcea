using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class QueueFeedDelivers : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from feed in QueueFeed.AllIn(context.Estate)
        from reason in feed.Refusals(context.Estate)
        select reason.SaysWhy ? new Finding(feed.Subscription, Verdict.Unknown(reason.Property!))
            : reason.IsUnknown ? Finding.Of(reason)
            : Finding.Violation(feed.Queue, reason.Text, reason.Property);
}
