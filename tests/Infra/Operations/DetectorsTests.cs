using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Operations;

public class DetectorsTests
{
    private const string Primary = "eu-west-1";
    private const string Standby = "eu-central-1";

    private static readonly PlatformSettings Settings = Configurations.PrimarySettings();

    private static WorkloadSettings Ledger => Settings.Workloads[0];

    private static WorkloadSettings Lake => Settings.Workloads[1];

    private static WorkloadSettings AutomaticLake => Lake with { Tier = Lake.Tier with { Decide = Decision.Automatic } };

    [Fact]
    public void WorkloadWithAnEndpoint_IsProbedByItsCanary()
    {
        Assert.Equal("unreachable", Detectors.PartOf(Ledger));
        Assert.Empty(Detectors.For(Settings.Identity, Ledger, Standby));
        Assert.Equal(UnreachableDetection.Longest, Detectors.Within(Ledger.Tier, hasEndpoint: true));
    }

    // Gotcha 72: what must survive the loss is in the Region that survives. Silence is the loss there, and no news in the primary.
    [Fact]
    public void Gotcha72_ReplicationIsWatchedInBothRegionsAndSilenceCountsInTheStandby()
    {
        var standby = Assert.Single(Detectors.For(Settings.Identity, Lake, Standby));
        var primary = Assert.Single(Detectors.For(Settings.Identity, Lake, Primary));

        Assert.Equal(("replication-stopped", MissingData.Breaching), (standby.Part, standby.Missing));
        Assert.Equal(("replication-stopped", MissingData.NotBreaching), (primary.Part, primary.Missing));
        Assert.Equal("drinfra-main-lake-catalogue-eu-central-1", standby.Dimensions["DBClusterIdentifier"]);
        Assert.Equal("drinfra-main-lake-catalogue-eu-west-1", primary.Dimensions["DBClusterIdentifier"]);
        Assert.All([standby, primary], alarm => Assert.Equal((900_000, 4, AlarmUse.Detector), (alarm.Threshold, alarm.Periods, alarm.Use)));
    }

    [Fact]
    public void BucketsAlone_AreWatchedByTheirLatency()
    {
        var alarm = Assert.Single(Detectors.For(Settings.Identity, Lake with { Stores = [.. Lake.Buckets] }, Standby));

        Assert.Equal(("AWS/S3", "ReplicationLatency", 900), (alarm.Namespace, alarm.Metric, alarm.Threshold));
    }

    [Fact]
    public void TablesAlone_HaveNoDetector()
    {
        var tables = Lake with { Stores = [.. Lake.Tables] };

        Assert.Null(Detectors.PartOf(tables));
        Assert.Empty(Detectors.For(Settings.Identity, tables, Standby));
    }

    [Fact]
    public void AutomaticSwitchByLag_WaitsUntilTheRpoIsLostAnyway()
    {
        Assert.Equal(4 * 3600 * 1000, Detectors.For(Settings.Identity, AutomaticLake, Standby)[0].Threshold);
        Assert.Equal(TimeSpan.FromMinutes((4 * 60) + 6), Detectors.Within(AutomaticLake.Tier, hasEndpoint: false));
        Assert.Equal(TimeSpan.FromMinutes(15 + 6), Detectors.Within(Lake.Tier, hasEndpoint: false));
    }

    [Fact]
    public void AutomaticDatabase_RemembersInThePrimaryThatItFollowed()
    {
        var armed = Settings.Identity with { IsArmed = true };
        var alarm = Assert.Single(Detectors.For(armed, AutomaticLake, Primary), alarm => alarm.Use == AlarmUse.Condition);

        Assert.Equal("followed-lately", alarm.Part);
        Assert.Equal((30, 1, 0), (alarm.Periods, alarm.BadPeriods!.Value, alarm.Threshold));
        Assert.Equal("GreaterThanOrEqualToThreshold", alarm.Comparison);
        Assert.DoesNotContain(Detectors.For(armed, AutomaticLake, Standby), alarm => alarm.Use == AlarmUse.Condition);

        // It is red in good health, so it is nothing for people: no trigger, no alarm.
        Assert.DoesNotContain(Detectors.For(Settings.Identity, AutomaticLake, Primary), alarm => alarm.Use == AlarmUse.Condition);
    }

    // Metrics of replication are in the Region that receives, and in no third one.
    [Fact]
    public void OnlyAnEndpoint_HasAWitness()
    {
        Assert.True(Detectors.HasWitness(Ledger));
        Assert.False(Detectors.HasWitness(AutomaticLake));
        Assert.True(Detectors.StartsAPlan(AutomaticLake));
        Assert.False(Detectors.HasWitness(Ledger with { Tier = Lake.Tier }));
        Assert.Equal("primary-unreachable", Detectors.WitnessPart(StackRole.Primary));
    }

    [Fact]
    public void TierThatRestoresFromBackups_HasNoDetector() => Assert.All(
        new[] { Primary, Standby }, region => Assert.Empty(Detectors.For(Settings.Identity, Settings.Workloads[2], region)));
}
