namespace DrInfra.Tests.Functions;

public class WatchTimeTests() : WatchTest(WorldTimes.Long)
{
    // The last renewal that the table has counts: not when the watch was last answered.
    [Fact]
    public async Task NobodyRenews_JobThatDoesNotWantToEndIsEndedBeforeThePermission()
    {
        using var children = new Children(Children.IgnoresBeingAsked);
        var renewing = new Renewing(World);
        await PermittedAsync(children);
        var job = children.Job;

        await renewing.DisposeAsync();
        await World.UntilAsync(() => children.Job != job, "the job ends");

        Assert.True(Instant.Now - renewing.Last < World.Times.Lasts);
    }
}
