using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Operations;

public class StoreAlarmsTests
{
    private const string Primary = "eu-west-1";
    private const string Standby = "eu-central-1";

    private static readonly PlatformSettings Settings = Configurations.PrimarySettings();

    [Theory]
    [InlineData(0, Primary, "journal-instances journal-rpo-lag journal-replication-lag")]
    [InlineData(0, Standby, "journal-instances journal-rpo-lag journal-replication-lag")]
    [InlineData(1, Primary, "raw-latency raw-failed-replication catalogue-instances catalogue-rpo-lag catalogue-replication-lag index-latency")]
    [InlineData(1, Standby, "raw-latency raw-failed-replication catalogue-instances catalogue-rpo-lag catalogue-replication-lag index-latency")]
    [InlineData(2, Primary, "reports-instances extracts-latency extracts-failed-replication")]
    [InlineData(2, Standby, "extracts-latency extracts-failed-replication")]
    public void Workload_HasTheAlarmsOfItsStores(int workload, string region, string parts) =>
        Assert.Equal(parts.Split(' '), Of(workload, region).Select(alarm => alarm.Part));

    // Gotcha 72: each metric is asked for where it is published.
    [Fact]
    public void Gotcha72_LagOfADatabaseIsReadWhereItFollows()
    {
        var alarm = Single(0, Standby, "journal-rpo-lag");

        Assert.Equal("AWS/RDS", alarm.Namespace);
        Assert.Equal("AuroraGlobalDBRPOLag", alarm.Metric);
        Assert.Equal(
            new Dictionary<string, string> { ["DBClusterIdentifier"] = "drinfra-main-ledger-journal-eu-central-1", ["SourceRegion"] = Primary },
            alarm.Dimensions);
        Assert.Equal(75_000, alarm.Threshold);
    }

    [Fact]
    public void Gotcha72_LagOfABucketIsReadAtTheDestinationAndFailuresAtTheSource()
    {
        const string Here = "drinfra-main-lake-raw-eu-central-1-123456789012";
        const string There = "drinfra-main-lake-raw-eu-west-1-123456789012";

        var latency = Single(1, Standby, "raw-latency");
        Assert.Equal(
            new Dictionary<string, string> { ["SourceBucket"] = There, ["DestinationBucket"] = Here, ["RuleId"] = "everything" }, latency.Dimensions);
        Assert.Equal(7200, latency.Threshold);

        var failed = Single(1, Standby, "raw-failed-replication");
        Assert.Equal(
            new Dictionary<string, string> { ["SourceBucket"] = Here, ["DestinationBucket"] = There, ["RuleId"] = "everything" }, failed.Dimensions);
        Assert.Equal(("Sum", "GreaterThanThreshold", 0), (failed.Statistic, failed.Comparison, failed.Threshold));
    }

    [Fact]
    public void Gotcha72_LatencyOfATableIsReadWhereItIsWritten()
    {
        var alarm = Single(1, Primary, "index-latency");

        Assert.Equal("AWS/DynamoDB", alarm.Namespace);
        Assert.Equal(new Dictionary<string, string> { ["TableName"] = "drinfra-main-lake-index", ["ReceivingRegion"] = Standby }, alarm.Dimensions);
        Assert.Equal(7_200_000, alarm.Threshold);
    }

    // What stops reports nothing. The writer's Region publishes no lag of a database, and of a bucket every destination does, at rest too.
    [Theory]
    [InlineData(0, Standby, "journal-rpo-lag", MissingData.Breaching)]
    [InlineData(0, Primary, "journal-rpo-lag", MissingData.NotBreaching)]
    [InlineData(0, Standby, "journal-replication-lag", MissingData.NotBreaching)]
    [InlineData(1, Standby, "raw-latency", MissingData.Breaching)]
    [InlineData(1, Primary, "raw-latency", MissingData.Breaching)]
    [InlineData(1, Primary, "raw-failed-replication", MissingData.NotBreaching)]
    public void Silence_RingsWhereTheMetricWouldBePublished(int workload, string region, string part, MissingData missing) =>
        Assert.Equal(missing, Single(workload, region, part).Missing);

    // Fact ddb-latency-granularity: one data point in five minutes.
    [Fact]
    public void LatencyOfATable_IsReadAsOftenAsItIsPublished() =>
        Assert.Equal((300, 1), (Single(1, Primary, "index-latency").PeriodSeconds, Single(1, Primary, "index-latency").Periods));

    // Gotcha 81: a strongly consistent table publishes no latency, so an alarm on it could never ring.
    [Fact]
    public void Gotcha81_StrongTableHasNoAlarm()
    {
        Assert.True(Settings.Workloads[0].Tables.Single().StronglyConsistent);
        Assert.DoesNotContain(Of(0, Primary).Concat(Of(0, Standby)), alarm => alarm.Namespace == "AWS/DynamoDB");
    }

    [Fact]
    public void SilentCluster_Rings()
    {
        var alarm = Single(0, Primary, "journal-instances");

        Assert.Equal("EngineUptime", alarm.Metric);
        Assert.Equal(("SampleCount", "LessThanThreshold", 1, MissingData.Breaching), (alarm.Statistic, alarm.Comparison, alarm.Threshold, alarm.Missing));
        Assert.Equal(["DBClusterIdentifier"], alarm.Dimensions.Keys);
    }

    [Fact]
    public void EveryPeriod_IsOneThatCloudWatchTakes()
    {
        var all = Settings.Workloads.SelectMany(workload => new[] { Primary, Standby }.SelectMany(region => (IEnumerable<AlarmSpec>)
            [
                .. StoreAlarms.For(Settings.Identity, workload, region), .. Detectors.For(Settings.Identity, workload, region),
                .. BackupAlarms.For(Settings.Identity, workload, region), .. BackupAlarms.Shared(Settings.Identity, region),
            ])).ToList();

        Assert.NotEmpty(all);
        Assert.All(all, alarm =>
        {
            Assert.Equal(0, alarm.PeriodSeconds % 60);
            Assert.InRange(alarm.PeriodSeconds * alarm.Periods, 60, alarm.PeriodSeconds >= 3600 ? 604_800 : 86_400);
        });
    }

    [Fact]
    public void TierWithoutRpo_HasNoLagAlarms()
    {
        var workload = Settings.Workloads[1];
        workload = workload with
        {
            Tier = workload.Tier with { Objectives = new Dictionary<DrInfra.Recovery.Disruption, DrInfra.Recovery.Objective>() },
        };

        Assert.Equal(["raw-failed-replication", "catalogue-instances"], StoreAlarms.For(Settings.Identity, workload, Primary).Select(alarm => alarm.Part));
    }

    private static IReadOnlyList<AlarmSpec> Of(int workload, string region) => StoreAlarms.For(Settings.Identity, Settings.Workloads[workload], region);

    private static AlarmSpec Single(int workload, string region, string part) => Assert.Single(Of(workload, region), alarm => alarm.Part == part);
}
