using DrInfra.Policies.Aws.Sqs;

namespace DrInfra.Policies.Rules.Streams;

public sealed class DeadLetterQueueIsSet : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var links = DeadLetters.AllIn(estate);
        var targets = new HashSet<Node>();
        var sources = new HashSet<Node>();
        foreach (var link in links)
        {
            sources.UnionWith(link.Queue is null ? [] : [link.Queue]);
            targets.UnionWith(link.Target is null ? [] : [link.Target]);
            if (link.IsUnknown)
            {
                continue;
            }

            if (link.ReceiveCount is not { } count || count < 1)
            {
                yield return Finding.Violation(link.Node, "the redrive policy states no maxReceiveCount", "redrivePolicy");
            }
            else if (count > context.Parameters["maximumReceives"])
            {
                yield return Finding.Violation(
                    link.Node, $"a message is tried {count} times, at most {context.Parameters["maximumReceives"]} allowed", "redrivePolicy");
            }

            if (link is { Queue: { } queue, Target: { } target } && (queue["fifoQueue"].Flag == true) != (target["fifoQueue"].Flag == true))
            {
                yield return Finding.Violation(
                    link.Node, "a FIFO queue takes a FIFO queue for its dead letters alone, and the other way round", "redrivePolicy");
            }
        }

        var unread = links.Any(link => link.Queue is null || link.IsUnknown);
        foreach (var queue in estate.OfType(SqsTypes.Queue)
            .Where(queue => !sources.Contains(queue) && !targets.Contains(queue) && !queue["redriveAllowPolicy"].IsStated()))
        {
            yield return unread
                ? Finding.Unknown(queue, "redrivePolicy")
                : Finding.Violation(queue, "messages that fail again and again are lost: it has no dead-letter queue", "redrivePolicy");
        }
    }
}
