using DrInfra.Recovery.Protocol;

namespace DrInfra.Tests.Recovery.Protocol;

public sealed class PermissionMachineTests
{
    [Fact]
    public void LeaseWithGateAndWatcher_OneRegionPermits_InAllStates()
    {
        var explored = Exploration.Of(new PermissionMachine(new PermissionSettings()));

        Assert.Equal(Invariant.None, explored.Violated);
        Assert.True(explored.IsComplete);
        Assert.Empty(explored.Story);

        // Both Regions come to permit, in other states.
        var machine = new PermissionMachine(new PermissionSettings());
        Assert.Contains(explored.States, state => machine.Serves(state) && Value(machine, state, "holder") == 0);
        Assert.Contains(explored.States, state => machine.Serves(state) && Value(machine, state, "holder") == 1);
    }

    [Theory]
    [InlineData(4, Invariant.None)]
    [InlineData(5, Invariant.None)]
    [InlineData(3, Invariant.OneRegionPermits)]
    [InlineData(1, Invariant.OneRegionPermits)]
    public void TimeThatALeaseStandsStill_TwiceWhatItLastsOrMore_IsSafe(int ticks, Invariant violated) =>
        Assert.Equal(violated, Exploration.Of(new PermissionMachine(new PermissionSettings { TakesAfterTicks = ticks })).Violated);

    [Theory]
    [InlineData(PermissionGaps.NoLease, Invariant.OneRegionPermits)]
    [InlineData(PermissionGaps.NoWatch, Invariant.OneRegionPermits)]
    [InlineData(PermissionGaps.NoGate, Invariant.OneRegionPermits)]
    [InlineData(PermissionGaps.Free, Invariant.OneRegionPermits)]
    [InlineData(PermissionGaps.NoBeacon, Invariant.OneRegionServes)]
    public void GapInTheProtocol_IsFound_WithAStory(PermissionGaps gap, Invariant violated) =>
        Assert.Equal(violated, Exploration.Of(new PermissionMachine(new PermissionSettings { Gaps = gap })).Violated);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(0)]
    public void FollowerInOneRegionOnly_TheOtherNeverServes(int followers) =>
        Assert.Equal(
            Invariant.OneRegionServes, Exploration.Of(new PermissionMachine(new PermissionSettings { Followers = followers })).Violated);

    [Fact]
    public void StoryOfAMissingWatcher_EndsWithTheSecondPermission_AndIsShort()
    {
        var machine = new PermissionMachine(new PermissionSettings { Gaps = PermissionGaps.NoWatch });

        var story = Exploration.Of(machine).Story;

        Assert.InRange(story.Count, 5, 15);
        Assert.Equal(ActKind.Permits, story[^1].Act.Kind);
        Assert.Equal(2, story.Count(step => step.Act.Kind == ActKind.Permits));
        Assert.Equal(Invariant.OneRegionPermits, machine.Violated(story[^1].State));
        Assert.All(story.SkipLast(1), step => Assert.Equal(Invariant.None, machine.Violated(step.State)));
    }

    private static int Value(Machine machine, ulong state, string name) => machine.Cells.Single(cell => cell.Name == name).Of(state);
}
