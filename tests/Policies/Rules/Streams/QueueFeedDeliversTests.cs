using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class QueueFeedDeliversTests
{
    private const string Twin = "transfers-eu-central-1";

    private static readonly QueueFeedDelivers Rule = new();

    [Fact]
    public void Admitted_IsCompliant() => Assert.Empty(FedQueues.Sound().Violations(Rule));

    [Fact]
    public void QueueNobodyFeeds_IsNotJudged() => Assert.Empty(new TestGraph().Add(FedQueues.Queue, "work", """{ "name": "work" }""").Violations(Rule));

    [Fact]
    public void TopicThatThePolicyLeavesOut_IsAViolation() => Assert.Equal(
        [$"{Twin}: its policy does not let sns.amazonaws.com send for the topic topic-eu-west-1"],
        FedQueues.Sound().With(Twin, "policy/Statement/0/Condition/ArnEquals/aws:SourceArn/0", null).Violations(Rule));

    [Fact]
    public void DenialOfEverything_IsAViolation() => Assert.Equal(
        2, FedQueues.Sound().With(Twin, "policy/Statement/1/Condition", null).Violations(Rule).Count(line => line.StartsWith(Twin, StringComparison.Ordinal)));

    [Fact]
    public void KeyThatRefuses_IsAViolation() => Assert.Contains(
        $"{Twin}: the policy of its key key-eu-central-1 does not allow sns.amazonaws.com for the topic topic-eu-west-1",
        FedQueues.Sound().With("key-eu-central-1", "policy/Statement/1/Action/0", null).Violations(Rule));

    [Fact]
    public void UnknownPolicy_IsUnknown() =>
        Assert.Equal([$"{Twin}: policy"], FedQueues.Sound().With(Twin, "policy", "?").Unknown(Rule));

    // No source says that a FIFO topic delivers to another Region.
    [Fact]
    public void FifoTopicAcrossRegions_IsUnknown() => Assert.Equal(
        ["feed-eu-west-1-eu-central-1: topic"],
        FedQueues.Sound().With("topic-eu-west-1", "fifoTopic", true).Unknown(Rule));

    // Another policy beside the queue admits as well.
    [Fact]
    public void PolicyBesideTheQueue_Counts() => Assert.Empty(FedQueues.Sound().With(Twin, "policy", null)
        .Add("aws:sqs/queuePolicy:QueuePolicy", "beside", $$"""
            { "queueUrl": "?", "policy": { "Statement": [{ "Effect": "Allow", "Principal": "*", "Action": "sqs:*", "Resource": "*" }] } }
            """, FedQueues.Standby, dependencies: ("queueUrl", FedQueues.Queue, Twin)).Violations(Rule));
}
