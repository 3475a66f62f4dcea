using DrInfra.Policies.Rules.Streams;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Streams;

public class PassiveQueueHasNoAgeAlarmTests
{
    private static readonly PassiveQueueHasNoAgeAlarm Rule = new();

    [Fact]
    public void AlarmWhereConsumersRunAlone_IsCompliant() => Assert.Empty(FedQueues.Sound().Violations(Rule));

    [Fact]
    public void AlarmInTheStandby_IsAViolation() => Assert.Equal(
        ["standby-age: it rings while eu-central-1 stands by: nobody receives from transfers there, so it fills"], Standby().Violations(Rule));

    [Fact]
    public void AlarmWithoutActions_IsCompliant() => Assert.Empty(Standby().With("standby-age", "actionsEnabled", false).Violations(Rule));

    [Fact]
    public void AfterAFailover_ItIsWhereConsumersRun() => Assert.Empty(Standby()
        .With("manifest-primary", "insecureValue/failover", "in-progress").With("manifest-standby", "insecureValue/failover", "in-progress").Violations(Rule));

    private static TestGraph Standby() => FedQueues.Sound().Add(
        FedQueues.Alarm, "standby-age", FedQueues.Watching("ApproximateAgeOfOldestMessage", "QueueName", "transfers-eu-central-1", 600), FedQueues.Standby);
}
