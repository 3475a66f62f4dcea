using DrInfra.Infra.Operations;
using DrInfra.Tests.Infra.Messaging;

namespace DrInfra.Tests.Infra.Operations;

public class QueueAlarmsTests
{
    [Theory]
    [InlineData(Queued.One, "transfers-age transfers-dead-letters")]
    [InlineData(Queued.Both, "transfers-dead-letters transfers-failed-deliveries")]
    [InlineData(Queued.Both + ",\"quietFor\":\"15m\"", "transfers-dead-letters transfers-failed-deliveries transfers-arrivals")]
    public void Queue_HasTheSameAlarmsInBothRegions(string queue, string parts)
    {
        Assert.Equal(parts.Split(' '), Of(queue, "eu-west-1").Select(alarm => alarm.Part));
        Assert.Equal(parts.Split(' '), Of(queue, "eu-central-1").Select(alarm => alarm.Part));
    }

    // What waits in a lost Region is lost: half of the RPO of five minutes.
    [Fact]
    public void AgeInOneRegion_KeepsTheRpo() => Assert.Equal(150, Of(Queued.One, "eu-west-1")[0].Threshold);

    [Fact]
    public void Arrivals_AreMissedWhereNothingIsReported()
    {
        var alarm = Of(Queued.Both + ",\"quietFor\":\"15m\"", "eu-central-1")[^1];

        Assert.Equal((900, 1.0, MissingData.Breaching, "LessThanThreshold"), (alarm.PeriodSeconds, alarm.Threshold, alarm.Missing, alarm.Comparison));
        Assert.Equal("drinfra-main-orders-transfers-eu-central-1", alarm.Dimensions["QueueName"]);
    }

    private static List<AlarmSpec> Of(string queue, string region)
    {
        var settings = Queued.Settings(queue, database: false);
        return [.. StoreAlarms.For(settings.Identity, settings.Workloads[0], region)];
    }
}
