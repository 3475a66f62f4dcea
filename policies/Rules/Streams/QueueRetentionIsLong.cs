using DrInfra.Policies.Aws.Sqs;
using DrInfra.Recovery;

namespace DrInfra.Policies.Rules.Streams;

public sealed class QueueRetentionIsLong : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var targets = DeadLetters.Targets(context.Estate);
        foreach (var queue in context.Estate.OfType(SqsTypes.Queue))
        {
            var isTarget = targets.Contains(queue) || queue["redriveAllowPolicy"].IsStated();
            if (!isTarget && QueueFeed.CrossesRegions(context.Estate, queue))
            {
                // Another rule judges it, from both sides.
                continue;
            }

            var wanted = (isTarget ? context.Parameters["deadLetterHours"] : context.Parameters["minimumHours"]) * UnitsOfTime.Hour;
            var verdict = NumberVerdict.AtLeast(
                MessageRetention.Seconds(queue), wanted, isTarget ? "retention of dead letters" : "messageRetentionSeconds", " s");
            if (verdict != Verdict.Compliant)
            {
                yield return new Finding(queue, verdict);
            }
        }
    }
}
