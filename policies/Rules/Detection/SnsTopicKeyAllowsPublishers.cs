using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Rules.Detection;

public sealed class SnsTopicKeyAllowsPublishers : StackRule
{
    private const string DefaultKey = "alias/aws/sns";

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from publishers in TopicPublishers.Of(context.Estate)
        where !publishers.Key["kmsMasterKeyId"].IsAbsent
        from verdict in Judge(context.Estate, publishers.Key, publishers)
        select new Finding(publishers.Key, verdict);

    private static IEnumerable<Verdict> Judge(Estate estate, Node topic, IEnumerable<string> publishers)
    {
        var property = topic["kmsMasterKeyId"];
        if (property.Text is DefaultKey || (property.Text?.EndsWith(":" + DefaultKey, StringComparison.Ordinal) ?? false))
        {
            return [Verdict.Violation("it is encrypted with the AWS managed key for SNS, which other services cannot use", property.Path)];
        }

        var reference = Keys.Follow(estate, topic, property);
        if (reference.Region is { } region && topic.Region is { } own && region != own)
        {
            return [Verdict.Violation($"its key is in {region}, the topic in {own}", property.Path)];
        }

        if (reference.Target is not { } key)
        {
            return ReferenceVerdict.Of(estate, reference, "the key") is { } missing ? [missing] : [];
        }

        return publishers.Select(service => KeyPolicies.Refuses(estate, key, service, "kms:GenerateDataKey", "kms:Decrypt")).OfType<Reason>()
            .Select(Verdict.Of);
    }
}
