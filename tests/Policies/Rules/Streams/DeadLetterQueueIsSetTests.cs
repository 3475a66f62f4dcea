using DrInfra.Policies.Rules.Streams;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class DeadLetterQueueIsSetTests
{
    private static readonly DeadLetterQueueIsSet Rule = new();

    [Theory]
    [InlineData("""{ "redrivePolicy": "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:1:dead\",\"maxReceiveCount\":5}" }""")]
    [InlineData("""{ "redriveAllowPolicy": "{}" }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("{}", "it has no dead-letter queue, so messages that cannot be processed are lost")]
    [InlineData("""{ "redrivePolicy": "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:1:dead\"}" }""", "the redrive policy has no maxReceiveCount")]
    [InlineData(
        """{ "redrivePolicy": "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:1:dead\",\"maxReceiveCount\":\"101\"}" }""",
        "maxReceiveCount is 101, at most 100 allowed")]
    [InlineData(
        """{ "redrivePolicy": "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:1:dead\",\"maxReceiveCount\":1}" }""",
        "maxReceiveCount is 1, 2 needed: the first fault of a consumer gives a message up")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"work: {message}", Graph(inputs).Violations(Rule));

    [Fact]
    public void DeadLetterQueueOfAnotherRegion_IsAViolation() => Assert.Equal(
        ["work: its dead-letter queue is in eu-central-1, but SQS takes one of eu-west-1 alone"],
        Graph("""{ "redrivePolicy": "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-central-1:123456789012:dead\",\"maxReceiveCount\":2}" }""")
            .Add("aws:sqs/queue:Queue", "dead", """{ "name": "dead" }""", "eu-central-1").Violations(Rule));

    [Fact]
    public void QueueOfWhatATopicCannotDeliver_NeedsNone() => Assert.Empty(new TestGraph()
        .Add("aws:sqs/queue:Queue", "undelivered", """{ "name": "undelivered" }""")
        .Add(
            "aws:sns/topicSubscription:TopicSubscription", "feed",
            """{ "protocol": "sqs", "redrivePolicy": "{\"deadLetterTargetArn\":\"arn:aws:sqs:eu-west-1:123456789012:undelivered\"}" }""").Violations(Rule));

    [Fact]
    public void PolicyOfAnUnknownQueue_IsReportedAsUnknown() => Assert.Equal(
        ["work: redrivePolicy"],
        Graph("{}").Add("aws:sqs/redrivePolicy:RedrivePolicy", "policy", """{ "queueUrl": "?", "redrivePolicy": "?" }""").Unknown(Rule));

    [Fact]
    public void PolicyBesideTheQueue_CountsBeforeTheDeployment() => Assert.Empty(Graph("{}").Add(
        "aws:sqs/redrivePolicy:RedrivePolicy", "policy", """{ "queueUrl": "?", "redrivePolicy": "?" }""",
        dependencies: ("queueUrl", "aws:sqs/queue:Queue", "work"))
            .Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:sqs/queue:Queue", "work", inputs);
}
