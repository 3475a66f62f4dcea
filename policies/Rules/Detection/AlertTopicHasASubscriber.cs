using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Rules.Detection;

public sealed class AlertTopicHasASubscriber : StackRule
{
    protected override RuleDescriptor About => new(
        "A topic that alarms, backups or events are published to has a subscription.",
        Why: "A topic without subscribers takes every alarm and tells nobody.",
        Fix: "Subscribe the people on call, or the tool that calls them, with an aws:sns/topicSubscription:TopicSubscription.",
        Severity.High, "F6 I3");

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from topic in TopicPublishers.Of(context.Estate).Select(publishers => publishers.Key)
        where context.Estate.UsersOf(topic, SnsTypes.TopicSubscription, "topic").Count == 0
        select Finding.Violation(topic, "alarms are published to it, and nobody is subscribed");
}
