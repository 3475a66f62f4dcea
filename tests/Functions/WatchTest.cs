using System.Net;

namespace DrInfra.Tests.Functions;

/// <summary>A test of the watch of a pod in the first Region.</summary>
public abstract class WatchTest : WorldTest
{
    internal WatchTest(WorldTimes? times = null)
        : base(times)
    {
    }

    private protected async Task<LeaseProcess> PermittedAsync(Children children)
    {
        var watch = World.First.Watch(children.Parent);
        await RunsAsync(watch);

        // A scan that began before the permission may end a job just after it.
        await Task.Delay(World.Times.Looks * 2);
        await World.UntilAsync(() => children.Job is not null, "a job runs");
        return watch;
    }

    private protected async Task RunsAsync(LeaseProcess watch)
    {
        var end = Instant.Now + World.Patience;
        while (await watch.ProbeAsync("/permitted") != HttpStatusCode.OK)
        {
            Assert.True(Instant.Now < end, $"no permission: {World.First.Told}");
            await Task.Delay(World.Times.Looks);
        }
    }
}
