using DrInfra.Infra.Operations;
using DrInfra.Recovery;

namespace DrInfra.Tests.Infra.Operations;

public class LagWatchTests
{
    [Theory]
    [InlineData("mission-critical", 150, 75, 1)]
    [InlineData("business-critical", 900, 900, 5)]
    [InlineData("business-operational", 7200, 7200, 5)]
    [InlineData("internal", 86400, 86400, 5)]
    public void DefaultTier_WatchesHalfOfItsRpoAndHalfOfAnEnforcedBound(string name, double seconds, double databaseSeconds, int periods)
    {
        var tier = Tier(name);

        Assert.Equal(new LagWatch(seconds, periods), LagWatch.For(tier));
        Assert.Equal(new LagWatch(databaseSeconds, periods), LagWatch.ForDatabase(tier));
    }

    [Fact]
    public void DefaultTiers_HearOfLagWhileTheRpoStillHolds() => Assert.All(
        DefaultTiers.All, tier => Assert.True(LagWatch.For(tier)!.RingsWithin <= tier.For(Disruption.Region).Rpo));

    [Fact]
    public void TierWithoutRpo_HasNoWatch()
    {
        var tier = Tier("mission-critical") with { Objectives = new Dictionary<Disruption, Objective>() };

        Assert.Null(LagWatch.For(tier));
        Assert.Null(LagWatch.ForDatabase(tier));
    }

    private static RecoveryTier Tier(string name) => DefaultTiers.All.Single(tier => tier.Name == name);
}
