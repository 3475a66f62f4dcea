using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Tests.Infra.Messaging;

namespace DrInfra.Tests.Infra.Settings;

public class QueueReaderTests
{
    [Fact]
    public void WhatIsNotStated_HasADefault() => Assert.Equal(
        new QueueStore("transfers", 0.5, 0.5, false, null, false, TimeSpan.FromMinutes(1), TimeSpan.FromDays(4), null), Read(Queued.One));

    [Fact]
    public void WhatIsStated_IsRead() => Assert.Equal(
        new QueueStore("transfers", 0.5, 0.5, true, "transferId", false, TimeSpan.FromMinutes(5), TimeSpan.FromDays(2), TimeSpan.FromMinutes(15)),
        Read($"""{Queued.Both}, "visibility":"5m","retention":"2d","quietFor":"15m" """));

    // Half of the RTO of 30 minutes until the alarm, two minutes until it rings, the RTO: an hour. And a day.
    [Theory]
    [InlineData("mission-critical", 25)]
    [InlineData("business-critical", 26)]
    [InlineData("business-operational", 34)]
    [InlineData("internal", 98)]
    public void QueueOfBothRegions_KeepsMessagesUntilTheyAreUsed_AndADay(string tier, int hours) =>
        Assert.Equal(TimeSpan.FromHours(hours), Read(Queued.Both, tier).Retention);

    [Fact]
    public void NothingIsPromisedOfWhatSqsCannotCopy() => Assert.Equal([Disruption.Corruption, Disruption.Account], Read(Queued.One).None);

    [Theory]
    [InlineData(""", "copies":"both" """, "deduplicateBy", "after a failover consumers receive messages again")]
    [InlineData(""", "copies":"both","deduplicateBy":"transferId","fifo":true """, "fifo", "keep no order between them")]
    [InlineData(""", "copies":"three" """, "copies", "not an allowed value")]
    [InlineData(""", "deduplicateBy":"transfer id" """, "deduplicateBy", "not in the expected format")]
    [InlineData(""", "visibility":"13h" """, "visibility", "SQS does not allow it")]
    [InlineData(""", "visibility":"0s" """, "visibility", "SQS does not allow it")]
    [InlineData(""", "retention":"15d" """, "retention", "SQS does not allow it")]
    [InlineData(""", "retention":"59s" """, "retention", "SQS does not allow it")]
    [InlineData(""", "copies":"both","deduplicateBy":"transferId","retention":"46m" """, "retention", "messages would expire")]
    [InlineData(""", "quietFor":"15m" """, "quietFor", "always quiet")]
    [InlineData(""", "copies":"both","deduplicateBy":"transferId","quietFor":"90s" """, "quietFor", "CloudWatch cannot evaluate it")]
    [InlineData(""", "copies":"both","deduplicateBy":"transferId","quietFor":"25h" """, "quietFor", "CloudWatch cannot evaluate it")]
    [InlineData(""", "partitionKey":"id" """, "partitionKey", "unknown key")]
    public void Mistake_IsOneProblem(string queue, string where, string what)
    {
        var problem = Assert.Single(Problems(queue));

        Assert.EndsWith($".{where}", problem.Where!.Key, StringComparison.Ordinal);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }

    // The documentation of SNS contradicts itself on two opt-in Regions.
    [Theory]
    [InlineData("eu-south-1", "eu-south-2", 1)]
    [InlineData("eu-west-1", "eu-south-2", 0)]
    [InlineData("eu-south-2", "eu-west-1", 0)]
    public void BothRegionsOptIn_AreRefused(string primary, string standby, int problems)
    {
        var error = Record.Exception(() => Queued.Settings(
            Queued.Both, more: [("regions", $$"""{"primary":"{{primary}}","standby":"{{standby}}"}"""), ("witnessRegion", null)]));

        Assert.Equal(problems, (error as ProblemsException)?.Problems.Count(problem => problem.What.Contains("opt-in Regions", StringComparison.Ordinal)) ?? 0);
    }

    [Fact]
    public void TierThatLosesNothing_IsRefused() => Assert.Contains(
        Problems(Queued.Both, ("tiers", """{"mission-critical":{"enforceRpo":false,"objectives":{"region":{"rpo":"0s","rto":"30m"}}}}""")),
        problem => problem.What.Contains("SNS delivers messages to another Region after it acknowledges them", StringComparison.Ordinal));

    [Fact]
    public void FailoverThatTakesLongerThanSqsKeepsMessages_IsRefused() => Assert.Contains(
        Problems(Queued.Both, ("tiers", """{"mission-critical":{"objectives":{"region":{"rpo":"5m","rto":"14d"}}}}""")),
        problem => problem.What.Contains("SQS keeps none that long", StringComparison.Ordinal));

    private static QueueStore Read(string queue, string tier = "mission-critical") => Queued.Settings(queue, tier).Workloads[0].Queues.Single();

    private static IReadOnlyList<Problem> Problems(string queue, params (string Key, string? Value)[] more) =>
        Assert.Throws<ProblemsException>(() => Queued.Settings(queue, more: more)).Problems;
}
