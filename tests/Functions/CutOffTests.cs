namespace DrInfra.Tests.Functions;

[Trait("Practice", "F4")]
public class CutOffTests : WorldTest
{
    // Its resolver tells the past for ever, which must not matter.
    [Fact]
    public async Task RegionIsCutOffAndComesBack_StaysStopped()
    {
        var (first, second) = (World.First, World.Second);
        World.BeaconNames(first);
        first.Follow();
        second.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        first.TableServer.IsCutOff = true;
        second.Dns.Say(second.Name);
        await World.UntilAsync(() => second.Cluster.Runs, "the second Region runs");
        Assert.True(first.Cluster.IsStopped);
        Assert.True(first.Cluster.Changes[^1].At < second.Cluster.Changes[0].At);

        var changes = first.Cluster.Changes.Count;
        first.TableServer.IsCutOff = false;
        await Task.Delay(World.Times.TakesAfter * 1.2);

        Assert.Equal(changes, first.Cluster.Changes.Count);
        Assert.True(second.Cluster.Runs);
        Assert.Equal("eu-west-1", World.Lease!.Holder);
    }
}
