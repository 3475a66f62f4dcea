using System.Net;

namespace DrInfra.Tests.Functions;

// A permission that outlasts the start of two processes on a busy machine.
[Trait("Practice", "F3")]
[Trait("Practice", "H2")]
public class HandoverTests() : WatchTest(WorldTimes.Long with { Lasts = WorldTimes.Shipped.Lasts })
{
    [Fact]
    public async Task GateHasSeenThePermission_WatchGoesOnFromThere()
    {
        await using var renewing = new Renewing(World);
        Assert.Equal(0, await World.First.Gate().ExitAsync());
        using var children = new Children(Children.Sleeps);

        await HasSeenForItselfAsync(World.First.Watch(children.Parent));
        World.First.Processes[^1].Kill();
        var watch = World.First.Watch(children.Parent);
        await HasSeenForItselfAsync(watch);

        Assert.Equal(1, children.Started);
        Assert.Equal(HttpStatusCode.OK, await watch.ProbeAsync("/permitted"));
        Assert.Equal(HttpStatusCode.NotFound, await watch.ProbeAsync("/"));
    }

    private async Task HasSeenForItselfAsync(LeaseProcess watch)
    {
        var began = DateTime.UtcNow;
        await World.UntilAsync(() => File.GetLastWriteTimeUtc(World.First.EpochFile) > began, "the watch sees a renewal");
        await RunsAsync(watch);
    }
}
