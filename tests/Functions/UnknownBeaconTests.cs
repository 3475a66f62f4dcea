using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

public class UnknownBeaconTests : WorldTest
{
    [Theory]
    [InlineData(DnsManner.Silent)]
    [InlineData(DnsManner.TwoRecords)]
    public async Task BeaconIsUnknown_HolderGoesOnAndNobodyTakes(DnsManner manner)
    {
        var (first, second) = (World.First, World.Second);
        World.BeaconNames(first);
        var follower = first.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        first.Dns.NameServersAre(manner).ResolverIs(manner);
        second.Dns.Say(second.Name).NameServersAre(manner).ResolverIs(manner);
        second.Follow();
        await Task.Delay(World.Times.Lasts);
        Assert.True(first.Cluster.Runs);

        follower.Kill();
        await Task.Delay(World.Times.TakesAfter * 1.2);
        Assert.Equal("eu-central-1", World.Lease!.Holder);
        Assert.Empty(second.Cluster.Changes);
    }
}
