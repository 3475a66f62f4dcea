using DrInfra.Infra.Data;
using DrInfra.Recovery;

namespace DrInfra.Tests.Infra.Data;

public class RetentionTests
{
    [Theory]
    [InlineData(1, 7)]
    [InlineData(6, 7)]
    [InlineData(7, 8)]
    [InlineData(33, 34)]
    [InlineData(34, 35)]
    [InlineData(35, 35)]
    public void PointInTimeDays_CoverTheWindowWithinTheServicesBounds(int windowDays, int expected) =>
        Assert.Equal(expected, Retention.PointInTimeDays(Tier(windowDays)));

    [Theory]
    [InlineData(1, 0, 7)]
    [InlineData(10, 0, 11)]
    [InlineData(60, 0, 61)]
    [InlineData(10, 90, 90)]
    public void NoncurrentVersions_AreKeptForTheWindowAndTheLock(int windowDays, int immutableDays, int expected) =>
        Assert.Equal(expected, Retention.NoncurrentVersionDays(Tier(windowDays) with { ImmutableDays = immutableDays }));

    private static RecoveryTier Tier(int windowDays) => DefaultTiers.All[0] with
    {
        CorruptionDetection = TimeSpan.FromDays(windowDays),
        Decide = Decision.Automatic,
        Objectives = new Dictionary<Disruption, Objective>(),
    };
}
