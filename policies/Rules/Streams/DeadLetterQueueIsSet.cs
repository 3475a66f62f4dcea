using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class DeadLetterQueueIsSet : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var links = DeadLetters.AllIn(estate);
        var targets = DeadLetters.Targets(estate);
        var sources = new HashSet<Node>();
        foreach (var link in links)
        {
            sources.UnionWith(link.Queue is null ? [] : [link.Queue]);
            if (link.IsUnknown)
            {
                continue;
            }

            if (link.ReceiveCount is not { } count || count < 1)
            {
                yield return Finding.Violation(link.Node, "the redrive policy has no maxReceiveCount", "redrivePolicy");
            }
            else if (count < context.Parameters["minimumReceives"])
            {
                yield return Finding.Violation(
                    link.Node, $"maxReceiveCount is {count}, {context.Parameters["minimumReceives"]} needed: the first fault of a consumer gives a message up",
                    "redrivePolicy");
            }
            else if (count > context.Parameters["maximumReceives"])
            {
                yield return Finding.Violation(
                    link.Node, $"maxReceiveCount is {count}, at most {context.Parameters["maximumReceives"]} allowed", "redrivePolicy");
            }

            if (link is { Queue.Region: { } home, Target.Region: { } place } && home != place)
            {
                yield return Finding.Violation(
                    link.Node, $"its dead-letter queue is in {place}, but SQS takes one of {home} alone", "redrivePolicy");
            }

            if (link is { Queue: { } queue, Target: { } target } && (queue["fifoQueue"].Flag == true) != (target["fifoQueue"].Flag == true))
            {
                yield return Finding.Violation(
                    link.Node, "a queue and its dead-letter queue must both be FIFO or both standard", "redrivePolicy");
            }
        }

        var unread = links.Any(link => link.Queue is null || link.IsUnknown);
        foreach (var queue in estate.OfType(SqsTypes.Queue)
            .Where(queue => !sources.Contains(queue) && !targets.Contains(queue) && !queue["redriveAllowPolicy"].IsStated()))
        {
            yield return unread
                ? Finding.Unknown(queue, "redrivePolicy")
                : Finding.Violation(queue, "it has no dead-letter queue, so messages that cannot be processed are lost", "redrivePolicy");
        }
    }
}
