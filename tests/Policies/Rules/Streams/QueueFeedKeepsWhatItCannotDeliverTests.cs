using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class QueueFeedKeepsWhatItCannotDeliverTests
{
    private const string Feed = "feed-eu-west-1-eu-central-1";

    private static readonly QueueFeedKeepsWhatItCannotDeliver Rule = new();

    [Fact]
    public void Kept_IsCompliant() => Assert.Empty(FedQueues.Sound().Violations(Rule));

    [Fact]
    public void NoDeadLetterQueue_IsAViolation() => Assert.Equal(
        [$"{Feed}: it has no dead-letter queue: messages that transfers-eu-central-1 refuses are lost at once"],
        FedQueues.Sound().With(Feed, "redrivePolicy", null).Violations(Rule));

    [Fact]
    public void DeadLetterQueueOfAnotherRegion_IsAViolation() => Assert.Equal(
        [$"{Feed}: its dead-letter queue is in eu-central-1, but its topic in eu-west-1"],
        FedQueues.Sound().With(Feed, "redrivePolicy", $$"""{"deadLetterTargetArn":"{{FedQueues.QueueArn("undelivered", "eu-central-1")}}"}""")
            .Violations(Rule));

    [Fact]
    public void DeadLetterQueueThatIsNotThere_IsAViolation() => Assert.Equal(
        [$"{Feed}: no queue of these stacks is its dead-letter queue"],
        FedQueues.Sound().With(Feed, "redrivePolicy", """{"deadLetterTargetArn":"arn:aws:sqs:eu-west-1:123456789012:elsewhere"}""").Violations(Rule));

    [Fact]
    public void DeadLetterQueueThatRefusesSns_IsAViolation() => Assert.Contains(
        "undelivered-eu-west-1: the queue has no policy, so it refuses the topic topic-eu-west-1",
        FedQueues.Sound().With("undelivered-eu-west-1", "policy", null).Violations(Rule));

    [Fact]
    public void UnknownDeadLetterQueue_IsUnknown() =>
        Assert.Equal([$"{Feed}: redrivePolicy"], FedQueues.Sound().With(Feed, "redrivePolicy", "?").Unknown(Rule));
}
