using Xunit.Abstractions;

namespace DrInfra.Tests.Functions;

/// <summary>How long the shipped times take, on this machine, with services that answer at once.</summary>
[Trait("Category", "Measurement")]
public class FailoverMeasurement(ITestOutputHelper output) : WorldTest(WorldTimes.Shipped)
{
    [Fact]
    public async Task BeaconMoves_OtherRegionStartsSoon()
    {
        var (first, second) = (World.First, World.Second);
        World.BeaconNames(first);
        first.Follow();
        second.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");
        var renewals = World.Tables.Writes.Count;
        await World.UntilAsync(() => World.Tables.Writes.Count > renewals, "it renews");

        var moved = Instant.Now;
        World.BeaconNames(second);
        await World.UntilAsync(() => second.Cluster.Changes.Count > 0, "the second Region starts", World.Times.TakesAfter * 2);

        var stopped = first.Cluster.Changes.First(change => change.At > moved).At - moved;
        var started = second.Cluster.Changes[0].At - moved;
        output.WriteLine($"The beacon moves just after a renewal: the first Region stops after {stopped.TotalSeconds:0.0} s, "
            + $"the second starts after {started.TotalSeconds:0.0} s.");
        Assert.InRange(started, World.Times.TakesAfter - World.Times.Renews, World.Times.TakesAfter + (World.Times.Looks * 5));
        Assert.True(stopped < World.Times.Lasts);
    }
}
