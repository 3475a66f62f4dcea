namespace DrInfra.Tests.Functions;

public class FreezeTests : WorldTest
{
    [Fact]
    public async Task FollowerFreezesAndThaws_DoesNothingOnAnOldPermission()
    {
        var (first, second) = (World.First, World.Second);
        World.BeaconNames(first);
        var follower = first.Follow();
        second.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        follower.Signal("STOP");
        second.Dns.Say(second.Name);
        await World.UntilAsync(() => second.Cluster.Runs, "the second Region runs");
        var thawed = Instant.Now;
        follower.Signal("CONT");
        await World.UntilAsync(() => first.Cluster.IsStopped, "the first Region stops");

        Assert.Equal("eu-west-1", World.Lease!.Holder);
        Assert.DoesNotContain(World.Tables.Writes, write => write is { Region: "eu-central-1", Refused: false } && write.At > thawed);
    }
}
