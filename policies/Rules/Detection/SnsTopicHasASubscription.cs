using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Rules.Detection;

public sealed class SnsTopicHasASubscription : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from topic in TopicPublishers.Of(context.Estate).Select(publishers => publishers.Key)
        where context.Estate.UsersOf(topic, SnsTypes.TopicSubscription, "topic").Count == 0
        select Finding.Violation(topic, "it has no subscription, but alarms are published to it");
}
