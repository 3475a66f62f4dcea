namespace DrInfra.Tests.Functions;

public class LostTableTests() : WorldTest(WorldTimes.Long)
{
    [Fact]
    public async Task TableIsLost_JobsStopBeforeThePermissionEnds()
    {
        var first = World.First;
        World.BeaconNames(first);
        first.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        first.TableServer.Refuses = true;
        await World.UntilAsync(() => first.Cluster.IsStopped, "it stops");

        Assert.True(first.Cluster.Changes[^1].At - World.Tables.Writes[^1].At < World.Times.Lasts);

        first.TableServer.Refuses = false;
        await World.UntilAsync(() => first.Cluster.Runs, "it runs again");
        Assert.Equal(4, World.Lease!.Epoch);
    }
}
