using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Route53;
using DrInfra.Policies.Aws.Sns;

namespace DrInfra.Policies.Rules.Detection;

public sealed class SnsSubscriptionDelivers : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from subscription in context.Estate.OfType(SnsTypes.TopicSubscription)
        from verdict in Judge(context.Estate, subscription)
        select new Finding(subscription, verdict);

    private static IEnumerable<Verdict> Judge(Estate estate, Node subscription)
    {
        var topic = StatedName.Follow(estate, subscription, subscription["topic"], [SnsTypes.Topic]);
        if (topic.IsAbsent)
        {
            yield return Verdict.Violation("no topic is set", topic.Path);
        }
        else if (ReferenceVerdict.Of(estate, topic, "the topic") is { } missing)
        {
            yield return missing;
        }

        var protocol = subscription["protocol"];
        var endpoint = subscription["endpoint"];
        if (protocol.IsUnknown || endpoint.IsUnknown)
        {
            // Endpoints of queues and functions are ARNs that only the deployment tells.
            yield break;
        }

        if (Form(protocol.Text) is not { } hasForm)
        {
            yield return Verdict.Violation($"SNS does not support the protocol {protocol}", protocol.Path);
        }
        else if (endpoint.Text is not { } text || !hasForm(text))
        {
            yield return Verdict.Violation($"the endpoint {(endpoint.IsAbsent ? "is not stated" : "does not have the form")} of {protocol}", endpoint.Path);
        }
    }

    private static Func<string, bool>? Form(string? protocol) => protocol switch
    {
        "email" or "email-json" => text => text.IndexOf('@') is > 0 and var at && DnsName.LooksLikeHost(text[(at + 1)..]),
        "https" => text => text.StartsWith("https://", StringComparison.Ordinal),
        "http" => text => text.StartsWith("http://", StringComparison.Ordinal),
        "sms" => text => text.StartsWith('+') && text.Skip(1).All(char.IsAsciiDigit),
        "sqs" or "lambda" or "firehose" or "application" => text => text.StartsWith("arn:", StringComparison.Ordinal),
        _ => null,
    };
}
