using DrInfra.Policies.Aws.CloudWatch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class EventPatternHasAnEvent : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) => context.Estate.OfType(CloudWatchTypes.EventRule)
        .Select(EventPatterns.NeverMatches).Where(reason => reason is not null).Select(reason => Finding.Of(reason!));
}
