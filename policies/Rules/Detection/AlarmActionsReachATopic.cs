using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlarmActionsReachATopic : StackRule
{
    private static readonly string[] Lists = ["alarmActions", "okActions", "insufficientDataActions"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from alarm in context.Estate.OfTypes(TypeGroups.Alarms)
        from list in Lists
        from reference in StatedName.FollowAll(context.Estate, alarm, alarm[list], [SnsTypes.Topic])
        let verdict = Judge(context.Estate, alarm, reference)
        where verdict is not null
        select new Finding(alarm, verdict);

    private static Verdict? Judge(Estate estate, Node alarm, Reference reference)
    {
        if (reference.Text is { } text && !(Arn.TryParse(text, out var arn) && arn.Service == "sns"))
        {
            // Scaling policies, instances and incident managers are actions too; a bare word is none.
            return text.StartsWith("arn:", StringComparison.Ordinal) ? null : Verdict.Violation($"the action {text} is not an ARN", reference.Path);
        }

        if (reference.Region is { } region && alarm.Region is { } own && region != own)
        {
            return Verdict.Violation($"the action is a topic of {region}, the alarm is in {own}", reference.Path);
        }

        return ReferenceVerdict.Of(estate, reference, "the topic");
    }
}
