using DrInfra.Infra.Data;
using DrInfra.Recovery;

namespace DrInfra.Tests.Infra.Data;

public class ReplicationBoundTests
{
    [Theory]
    [InlineData(Strategy.WarmStandby, true, true)]
    [InlineData(Strategy.PilotLight, true, true)]
    [InlineData(Strategy.WarmStandby, false, false)]
    [InlineData(Strategy.BackupRestore, true, false)]
    public void TimeControl_IsForPromisesThatNoBackupKeeps(Strategy strategy, bool promised, bool needed) =>
        Assert.Equal(needed, ReplicationBound.NeedsTimeControl(Tier(strategy, promised ? TimeSpan.FromHours(4) : null)));

    [Theory]
    [InlineData(20, 20)]
    [InlineData(40, 20)]
    [InlineData(42, 21)]
    [InlineData(300, 150)]
    public void DatabaseLag_IsBoundedAtHalfTheRpoAndNotBelowTheServicesFloor(int rpoSeconds, int expected) =>
        Assert.Equal(expected, ReplicationBound.DatabaseLagSeconds(Tier(Strategy.WarmStandby, TimeSpan.FromSeconds(rpoSeconds))));

    // Gotcha 79: the bound has a price, so it is there only where the tier asks for it.
    [Fact]
    public void DatabaseLag_IsUnboundedUnlessTheTierEnforcesIt()
    {
        var tier = Tier(Strategy.WarmStandby, TimeSpan.FromMinutes(5));

        Assert.Null(ReplicationBound.DatabaseLagSeconds(tier with { EnforceRpo = false }));
        Assert.Null(ReplicationBound.DatabaseLagSeconds(tier with { Strategy = Strategy.BackupRestore }));
        Assert.Null(ReplicationBound.DatabaseLagSeconds(Tier(Strategy.WarmStandby, null)));
    }

    private static RecoveryTier Tier(Strategy strategy, TimeSpan? rpo) => DefaultTiers.All[0] with
    {
        Strategy = strategy,
        EnforceRpo = true,
        Objectives = new Dictionary<Disruption, Objective> { [Disruption.Region] = new(rpo, TimeSpan.FromHours(1)) },
    };
}
