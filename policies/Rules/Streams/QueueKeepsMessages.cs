using DrInfra.Policies.Aws.Sqs;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Streams;

public sealed class QueueKeepsMessages : StackRule
{
    public override string Description => "A queue keeps messages for longer than an outage lasts, and its dead letters longest.";

    public override string Why =>
        "While consumers are down or moved to the other Region, messages wait; what is older than the retention is deleted. A dead letter keeps the age that it had.";

    public override string Fix => "Set messageRetentionSeconds to at least minimumHours, and to 14 days on a dead-letter queue.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B2", "F1"];

    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumHours", "Hours that messages must be kept.", 96, 1, 336),
        new("deadLetterHours", "Hours that dead letters must be kept.", 336, 1, 336),
    ];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var targets = DeadLetters.AllIn(context.Estate).Select(link => link.Target).OfType<Node>().ToHashSet();
        foreach (var queue in context.Estate.OfType(SqsTypes.Queue))
        {
            var isTarget = targets.Contains(queue) || queue["redriveAllowPolicy"].IsStated();
            var wanted = (isTarget ? context.Parameters["deadLetterHours"] : context.Parameters["minimumHours"]) * 3600;
            var verdict = NumberVerdict.AtLeast(MessageRetention.Seconds(queue), wanted, isTarget ? "retention of dead letters" : "messageRetentionSeconds", " s");
            if (verdict != Verdict.Compliant)
            {
                yield return new Finding(queue, verdict);
            }
        }
    }
}
