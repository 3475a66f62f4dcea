using DrInfra.Infra.Conventions;
using DrInfra.Infra.Pipelines;
using DrInfra.Tests.Infra.Settings;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Pipelines;

public class LeaseAlarmsTests
{
    // CloudWatch ignores missing data of DynamoDB's metrics, so the alarm is on a sum that has none missing.
    [Fact]
    public async Task Alarm_RingsInItsRegionWhenNobodyWrites()
    {
        var declared = await Declarations.OfAsync(() =>
        {
            var settings = Configurations.StandbySettings(Pipelined.Changes);
            _ = new LeaseAlarms("alarms", new LeaseAlarmsArgs(new RegionContext(settings, settings.Role), 2, "arn:topic"));
        });

        Assert.Equal(new Dictionary<string, int> { ["MetricAlarm"] = 1 }, declared.Counts);
        var alarm = declared.Single("aws:cloudwatch/metricAlarm:MetricAlarm");
        Assert.Equal("drinfra-main-shared-leases-not-renewed-eu-central-1", alarm["name"]);
        Assert.Equal("[{expression:FILL(writes, 0),id:renewals,label:Renewals of leases,returnData:True},"
            + "{id:writes,metric:{dimensions:{TableName:drinfra-main-shared-leases},metricName:ConsumedWriteCapacityUnits,namespace:AWS/DynamoDB,period:60,"
            + "stat:Sum},returnData:False}]", Text(alarm["metricQueries"]!));
        Assert.Equal(("LessThanThreshold", 9.0, "breaching"), (alarm["comparisonOperator"], alarm["threshold"], alarm["treatMissingData"]));
        Assert.Equal((3.0, 3.0), (alarm["evaluationPeriods"], alarm["datapointsToAlarm"]));
        Assert.Equal("[arn:topic]", Text(alarm["alarmActions"]!));
        Assert.Equal("[arn:topic]", Text(alarm["okActions"]!));
        Assert.Equal("shared", alarm["tags.dr:workload"]);
    }

    // Six renewals of each a minute: one lease that stands still is below it, and one that is a renewal late is not.
    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 9)]
    [InlineData(5, 27)]
    public void Threshold_TellsOneLeaseThatStandsStillFromOneThatIsLate(int leases, double threshold)
    {
        Assert.Equal(threshold, LeaseAlarms.Threshold(leases, 60));
        Assert.True(6 * (leases - 1) < threshold);
        Assert.True((6 * leases) - 1 > threshold);
    }
}
