using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class QueueAgeIsAlarmedTests
{
    private static readonly QueueAgeIsAlarmed Rule = new();

    [Fact]
    public void Watched_IsCompliant() => Assert.Empty(FedQueues.Sound().Violations(Rule));

    [Fact]
    public void NotWatched_IsAViolation() => Assert.Equal(
        ["transfers-eu-west-1: no alarm in eu-west-1 watches how long its messages wait"], FedQueues.Sound().Without("age").Violations(Rule));

    // Whose alarms are in another program cannot be told.
    [Fact]
    public void QueueOfNobody_IsNotJudged() => Assert.Empty(new TestGraph().Add(FedQueues.Queue, "work", """{ "name": "work" }""").Violations(Rule));
}
