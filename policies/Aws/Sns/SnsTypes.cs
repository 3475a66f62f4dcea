namespace DrInfra.Policies.Aws.Sns;

/// <summary>Type tokens of the provider's module <c>aws:sns</c>.</summary>
public static class SnsTypes
{
    public const string Topic = "aws:sns/topic:Topic";
    public const string TopicPolicy = "aws:sns/topicPolicy:TopicPolicy";
    public const string TopicSubscription = "aws:sns/topicSubscription:TopicSubscription";
}
