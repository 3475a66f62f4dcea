using DrInfra.Recovery.Protocol;

namespace DrInfra.Tests.Recovery.Protocol;

public sealed class SwitchMachineTests
{
    private const SwitchActions Work = SwitchActions.Promote | SwitchActions.Raise;

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void PromotionThenBeaconThenTraffic_IsSafe_ByPeopleAndByTrigger(int vantages) => Assert.Equal(Invariant.None, Violated(Plan(vantages)));

    [Fact]
    public void BeaconAndTrafficSideBySide_IsSafe() =>
        Assert.Equal(Invariant.None, Violated(Plan(2) with { Stages = [Work, SwitchActions.Beacon | SwitchActions.Traffic] }));

    [Theory]
    [InlineData(1, Invariant.OneSignalMovesNothing)]
    [InlineData(2, Invariant.None)]
    public void TriggerByOneAlarm_StartsAFailoverWithoutAnOutage(int vantages, Invariant violated) => Assert.Equal(violated, Violated(Plan(vantages)));

    [Theory]
    [InlineData(SwitchGaps.TwoWriters | SwitchGaps.Unbounded, Invariant.LossIsBounded)]
    [InlineData(SwitchGaps.Unbounded, Invariant.LossIsBounded)]
    [InlineData(SwitchGaps.Switchover, Invariant.OneRegionServes)]
    [InlineData(SwitchGaps.Nobody, Invariant.OneRegionServes)]
    [InlineData(SwitchGaps.TrafficByHealth, Invariant.TrafficFollowsPromotion)]
    [InlineData(SwitchGaps.Crossed, Invariant.TrafficFollowsPromotion)]
    [InlineData(SwitchGaps.RaisesJobs, Invariant.OneRegionServes)]
    [InlineData(SwitchGaps.PodsFollow, Invariant.TrafficFollowsPods)]
    public void GapInTheProtocol_IsFound(SwitchGaps gap, Invariant violated) => Assert.Equal(violated, Violated(Plan(2) with { Gaps = gap }));

    [Fact]
    public void BeaconMovedByHealth_MovesWithoutAnOutage_OrToAnUnpromotedWriter() => Assert.Contains(
        Violated(Plan(2) with { Gaps = SwitchGaps.BeaconByHealth }), new[] { Invariant.OneSignalMovesNothing, Invariant.TrafficFollowsPromotion });

    [Fact]
    public void NothingToPromote_TrafficMayFollowHealth() => Assert.Equal(
        Invariant.None, Violated(Plan(0) with { Stages = [SwitchActions.Beacon], Gaps = SwitchGaps.Storeless | SwitchGaps.TrafficByHealth }));

    [Fact]
    public void TrafficBeforeThePromotion_ReachesAReadOnlyDatabase() => Assert.Equal(
        Invariant.TrafficFollowsPromotion, Violated(Plan(2) with { Stages = [SwitchActions.Traffic, Work, SwitchActions.Beacon] }));

    [Theory]
    [InlineData(Work, SwitchActions.Beacon)]
    [InlineData(Work, SwitchActions.None)]
    public void StepThatIsMissing_LeavesClientsBehind(SwitchActions first, SwitchActions then) =>
        Assert.Equal(Invariant.OneRegionServes, Violated(Plan(2) with { Stages = [first, then] }));

    [Fact]
    public void StepThatPromotesIsMissing_TrafficReachesAReadOnlyDatabase() => Assert.Equal(
        Invariant.TrafficFollowsPromotion, Violated(Plan(2) with { Stages = [SwitchActions.Raise, SwitchActions.Beacon | SwitchActions.Traffic] }));

    [Fact]
    public void MoreFaults_MoreStates_AndTheSameVerdict()
    {
        var few = Exploration.Of(new SwitchMachine(Plan(2) with { Faults = 1 }));
        var many = Exploration.Of(new SwitchMachine(Plan(2) with { Faults = 4 }));

        Assert.True(few.States.Count * 10 < many.States.Count);
        Assert.Equal((Invariant.None, Invariant.None), (few.Violated, many.Violated));
    }

    [Fact]
    public void NoFault_NothingCanGoWrong_ExceptForPeople()
    {
        var explored = Exploration.Of(new SwitchMachine(Plan(1) with { Faults = 0 }));

        Assert.Equal(Invariant.None, explored.Violated);
        Assert.DoesNotContain(explored.States, state => new SwitchMachine(Plan(1) with { Faults = 0 }).Violated(state) != Invariant.None);
    }

    private static Invariant Violated(SwitchSettings settings) => Exploration.Of(new SwitchMachine(settings)).Violated;

    private static SwitchSettings Plan(int vantages) => new()
    {
        Stages = [Work, SwitchActions.Beacon, SwitchActions.Traffic],
        Vantages = vantages,
    };
}
