using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class FailedMessagesAreAlarmedTests
{
    private static readonly FailedMessagesAreAlarmed Rule = new();

    [Fact]
    public void Watched_IsCompliant() => Assert.Empty(FedQueues.Sound().Violations(Rule));

    [Fact]
    public void DeadLettersUnwatched_IsAViolation() => Assert.Equal(
        ["dead-eu-central-1: no alarm in eu-central-1 tells that consumers gave up messages"],
        FedQueues.Sound().Without("dead-letters-eu-central-1").Violations(Rule));

    // SQS moves dead letters without sending them.
    [Fact]
    public void AlarmOnSentMessages_IsAViolation() => Assert.Equal(
        ["dead-eu-west-1: its alarm is on NumberOfMessagesSent, which does not count messages that SQS moves there"],
        FedQueues.Sound().With("dead-letters-eu-west-1", "metricName", "NumberOfMessagesSent").Violations(Rule));

    [Fact]
    public void FailedDeliveriesUnwatched_IsAViolation() => Assert.Equal(
        ["topic-eu-west-1: no alarm in eu-west-1 tells that it could not deliver messages to a queue"],
        FedQueues.Sound().Without("failed-eu-west-1").Violations(Rule));

    // What SNS sends to its dead-letter queue is counted as sent.
    [Theory]
    [InlineData("ApproximateNumberOfMessagesVisible")]
    [InlineData("NumberOfMessagesSent")]
    public void QueueOfTheUndeliveredWatched_IsCompliant(string metric) => Assert.Empty(FedQueues.Sound().Without("failed-eu-west-1")
        .Add(FedQueues.Alarm, "kept", FedQueues.Watching(metric, "QueueName", "undelivered-eu-west-1", 0)).Violations(Rule));
}
