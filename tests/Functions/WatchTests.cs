using System.Net;
using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

public class WatchTests : WatchTest
{
    [Fact]
    public async Task TableIsLost_JobsAreEndedInTimeAndKeptFromStarting()
    {
        using var children = new Children(Children.Sleeps);
        await using var renewing = new Renewing(World);
        var watch = await PermittedAsync(children);
        var job = children.Job;
        await Task.Delay(World.Times.Lasts);
        Assert.Equal(job, children.Job);

        var lost = Instant.Now;
        World.First.TableServer.IsCutOff = true;
        await World.UntilAsync(() => children.Job != job, "the job ends");

        Assert.True(Instant.Now - lost < World.Times.Lasts);
        await World.UntilAsync(() => watch.Output.Contains("\"signal\":\"Terminate\"", StringComparison.Ordinal), "it is asked to end first");
        await World.UntilAsync(() => watch.Output.Contains("\"signal\":\"Kill\"", StringComparison.Ordinal), "what starts after it is ended too");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await watch.ProbeAsync("/permitted"));
        Assert.False(watch.HasExited);

        World.First.TableServer.IsCutOff = false;
        await RunsAsync(watch);
        await World.UntilAsync(() => children.Job is not null, "a job runs again");
    }

    [Fact]
    public async Task OtherRegionTakes_JobsAreEndedAtOnceAndRunAgainInTheNextEpoch()
    {
        using var children = new Children(Children.Sleeps);
        await using var renewing = new Renewing(World);
        var watch = await PermittedAsync(children);
        Assert.Equal("4", await File.ReadAllTextAsync(World.First.EpochFile));
        var job = children.Job;

        World.Lease = new LeaseItem(World.Second.Name, 5, 0);
        await World.UntilAsync(() => children.Job != job, "the job ends", World.Times.Looks * 5);

        World.Lease = new LeaseItem(World.First.Name, 6, 0);
        await RunsAsync(watch);
        Assert.Equal("6", await File.ReadAllTextAsync(World.First.EpochFile));
    }

    [Fact]
    public async Task PodIsAskedToEnd_WatchLeavesAfterTheJobs()
    {
        var children = new Children(Children.IgnoresBeingAsked);
        await using var renewing = new Renewing(World);
        var watch = await PermittedAsync(children);

        watch.Signal("TERM");
        await Task.Delay(World.Times.Lasts);
        Assert.False(watch.HasExited);
        children.Dispose();

        Assert.Equal(0, await watch.ExitAsync());
    }
}
