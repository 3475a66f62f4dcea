using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Rules.Detection;

public sealed class SnsSubscriptionHasNoFilter : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var topic in TopicPublishers.Of(context.Estate).Where(group => group.Contains(TopicPublishers.Alarms)).Select(group => group.Key))
        {
            foreach (var subscription in context.Estate.UsersOf(topic, SnsTypes.TopicSubscription, "topic"))
            {
                if (Judge(subscription) is { } verdict)
                {
                    yield return new Finding(subscription, verdict);
                }
            }
        }
    }

    private static Verdict? Judge(Node subscription)
    {
        var filter = subscription["filterPolicy"];
        if (filter.IsUnknown)
        {
            return Verdict.Unknown(filter.Path);
        }

        if (string.IsNullOrEmpty(filter.Text) || JsonDocumentText.Parse(filter.Text, filter.Path) is { } empty && !empty.Members.Any())
        {
            return null;
        }

        // The service's default scope is the attributes.
        if (subscription["filterPolicyScope"].Text != "MessageBody")
        {
            return Verdict.Violation("its filter uses message attributes, which CloudWatch alarms do not send", filter.Path);
        }

        return JsonDocumentText.Parse(filter.Text, filter.Path) is { } body && body["NewStateValue"] is { IsAbsent: false } states
            && !states.Items.Any(state => state.Text == "ALARM")
            ? Verdict.Violation("its filter drops messages of state ALARM", filter.Path)
            : null;
    }
}
