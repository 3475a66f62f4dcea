using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Operations;

/// <summary>What <see cref="AlertTopic"/> needs.</summary>
/// <param name="Region">The topic's Region.</param>
/// <param name="Emails">Who gets the alerts by mail; may be empty.</param>
/// <param name="KeyArn">The key of this Region that messages are encrypted with; its policy lets CloudWatch and AWS Backup use it.</param>
public sealed record AlertTopicArgs(RegionContext Region, IReadOnlyList<string> Emails, Output<string> KeyArn)
{
    /// <summary>Whether nothing but alarms publishes to it. Default: no, backups and events do too.</summary>
    public bool OfAlarmsOnly { get; init; }
}

/// <summary>
/// A Region's topic for alerts, with the people who get them by mail. Each Region has its own: what a Region has to say must not
/// depend on the other one. AWS's own key for SNS would not do, since CloudWatch may not use it.
/// </summary>
[Practices("I3", "I1")]
public sealed class AlertTopic : ComponentResource
{
    /// <summary>Declares topic, policy and subscriptions.</summary>
    public AlertTopic(string name, AlertTopicArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:operations:AlertTopic", name, options)
    {
        var region = args.Region;
        var topic = new Aws.Sns.Topic($"shared-alerts-{region.Region}", new Aws.Sns.TopicArgs
        {
            Name = region.Names.Topic("alerts", region.Region),
            DisplayName = $"Recovery alerts of {region.Identity.Pair}, {region.Region}",
            KmsMasterKeyId = args.KeyArn,
            Tags = region.Tags(region.Shared),
        }, region.Child(this));
        _ = new Aws.Sns.TopicPolicy($"shared-alerts-policy-{region.Region}", new Aws.Sns.TopicPolicyArgs
        {
            Arn = topic.Arn,
            Policy = AlertTopicPolicy.Of(region.AccountId, region.Region, ArnOf(region), args.OfAlarmsOnly),
        }, region.Child(this));
        foreach (var (address, number) in args.Emails.Select((address, index) => (address, index + 1)))
        {
            // Whoever gets them confirms the subscription once, by the link in the first mail.
            _ = new Aws.Sns.TopicSubscription($"shared-alerts-mail-{number}-{region.Region}", new Aws.Sns.TopicSubscriptionArgs
            {
                Topic = topic.Arn,
                Protocol = "email",
                Endpoint = address,
            }, region.Child(this));
        }

        Region = Output.Create(region.Region);
        TopicArn = topic.Arn;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The topic's ARN, once it is there.</summary>
    [Output("topicArn")]
    public Output<string> TopicArn { get; private set; }

    /// <summary>The ARN of a Region's topic, computed.</summary>
    public static string ArnOf(RegionContext region) =>
        Arns.Topic(region.Region, region.AccountId, region.Names.Topic("alerts", region.Region));
}
