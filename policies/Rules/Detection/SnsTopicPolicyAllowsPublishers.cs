using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Rules.Detection;

public sealed class SnsTopicPolicyAllowsPublishers : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        (from publishers in TopicPublishers.Of(context.Estate)
         from verdict in Judge(context.Estate, publishers.Key, publishers)
         select new Finding(publishers.Key, verdict))
        .Concat(from policy in context.Estate.OfType(SnsTypes.TopicPolicy)
                let verdict = Attached(context.Estate, policy)
                where verdict is not null
                select new Finding(policy, verdict));

    private static Verdict? Attached(Estate estate, Node policy)
    {
        var topic = StatedName.Follow(estate, policy, policy.Input("arn"), [SnsTypes.Topic]);
        if (topic.IsAbsent)
        {
            return Verdict.Violation("the policy states no topic", topic.Path);
        }

        return topic.Region is { } region && policy.Region is { } own && region != own
            ? Verdict.Violation($"the policy is in {own}, its topic in {region}", topic.Path)
            : ReferenceVerdict.Of(estate, topic, "the topic");
    }

    private static IEnumerable<Verdict> Judge(Estate estate, Node topic, IEnumerable<string> publishers)
    {
        var policies = estate.UsersOf(topic, SnsTypes.TopicPolicy, "arn");
        var policy = policies.Count > 0 ? policies[0]["policy"] : topic.Input("policy");
        if (policy.IsAbsent)
        {
            // By default the account's own alarms may publish, other services may not.
            return publishers.Where(service => service != TopicPublishers.Alarms)
                .Select(service => Verdict.Violation($"it has no policy, so it rejects {service}", "policy"));
        }

        if (policy.IsUnknown || policy.Value is { ContainsUnknown: true })
        {
            return [Verdict.Unknown(policy.Path)];
        }

        if (PolicyDocument.Read(topic, policy) is not { IsUnknown: false, IsMalformed: false } document)
        {
            return [Verdict.Violation("its policy is not valid", policy.Path)];
        }

        var arn = topic.Output("arn").Text ?? topic.Resource.Id;
        var source = topic.Region is { } region ? $"arn:aws:cloudwatch:{region}:" : null;
        return publishers
            .Where(service => !document.Lets(service, "sns:Publish", arn, service == TopicPublishers.Alarms ? source : null))
            .Select(service => Verdict.Violation($"its policy does not let {service} publish", policy.Path));
    }
}
