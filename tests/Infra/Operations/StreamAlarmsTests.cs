using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Data;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Operations;

public class StreamAlarmsTests
{
    private static readonly PlatformSettings Settings = Configurations.PrimarySettings(Streamed.Workloads);

    [Theory]
    [InlineData("eu-west-1")]
    [InlineData("eu-central-1")]
    public void Stream_IsWatchedAlikeInBothRegions(string region) => Assert.Equal(
        [
            "feed-offline", "feed-in-sync-1", "feed-disk-1", "feed-in-sync-2", "feed-disk-2", "feed-in-sync-3", "feed-disk-3", "feed-replicator-failure",
            "feed-replicator-access", "feed-latency",
        ],
        StoreAlarms.For(Settings.Identity, Settings.Workloads[0], region)
            .Select(alarm => alarm.Part).Where(part => part.StartsWith("feed", StringComparison.Ordinal)));

    // Half of the RPO of thirty minutes; a replicator that stops reports nothing, which is the worst lag.
    [Fact]
    public void Lag_IsReadWhereTheReplicatorWritesAndSilenceIsBad()
    {
        var alarm = StoreAlarms.For(Settings.Identity, Settings.Workloads[0], "eu-central-1").Single(alarm => alarm.Part == "feed-latency");

        Assert.Equal(("AWS/Kafka", "ReplicationLatency", 900_000.0, MissingData.Breaching), (alarm.Namespace, alarm.Metric, alarm.Threshold, alarm.Missing));
        Assert.Equal(new Dictionary<string, string> { ["ReplicatorName"] = "drinfra-main-events-feed-eu-central-1" }, alarm.Dimensions);
    }

    [Fact]
    public void Brokers_AreWatchedEachByItself()
    {
        var alarm = StoreAlarms.For(Settings.Identity, Settings.Workloads[0], "eu-west-1").Single(alarm => alarm.Part == "feed-disk-2");

        Assert.Equal(
            new Dictionary<string, string> { ["Cluster Name"] = "drinfra-main-events-feed-eu-west-1", ["Broker ID"] = "2" }, alarm.Dimensions);
        Assert.Equal(85, alarm.Threshold);
    }

    [Fact]
    public void StreamOfATierWithoutAStandby_IsWatchedWhereItIs()
    {
        Assert.Equal(7, StoreAlarms.For(Settings.Identity, Settings.Workloads[1], "eu-west-1").Count);
        Assert.Empty(StoreAlarms.For(Settings.Identity, Settings.Workloads[1], "eu-central-1"));
    }
}
