using System.Net;

namespace DrInfra.Tests.Functions;

[Trait("Practice", "H2")]
public class FollowTests : WorldTest
{
    [Fact]
    public async Task BeaconMoves_OtherRegionStartsAndFirstStops()
    {
        var (first, second) = (World.First, World.Second);
        World.BeaconNames(first);
        var followers = new[] { first.Follow(), second.Follow() };
        await World.UntilAsync(() => first.Cluster.Runs && second.Cluster.IsStopped && second.Cluster.Leader is not null, "the first Region runs");

        World.BeaconNames(second);
        await World.UntilAsync(() => first.Cluster.IsStopped, "the first Region stops");
        await World.UntilAsync(() => second.Cluster.Runs, "the second Region runs");

        Assert.Equal(("eu-west-1", 5), (World.Lease!.Holder, World.Lease.Epoch));
        var taken = World.Tables.Writes.First(write => write is { Region: "eu-west-1", Refused: false });
        Assert.True(taken.At - World.Tables.Writes.Last(write => write.Region == "eu-central-1").At >= World.Times.TakesAfter);
        Assert.True(taken.At < second.Cluster.Changes[0].At);
        Assert.Equal(
            ["deployments/pipeline replicas=3", "cronjobs/report suspend=false", "jobs/import suspend=false"],
            second.Cluster.Changes.Select(change => change.Text));
        Assert.Equal(
            ["deployments/pipeline replicas=0", "cronjobs/report suspend=true", "jobs/import suspend=true"],
            first.Cluster.Changes.Skip(second.Cluster.Changes.Count).Select(change => change.Text));
        Assert.Empty((string[])[.. first.Cluster.Unexpected, .. second.Cluster.Unexpected, .. first.TableServer.Unexpected, .. second.TableServer.Unexpected]);
        Assert.Equal(HttpStatusCode.OK, await followers[1].ProbeAsync("/healthy"));
        Assert.InRange(followers[0].Output.Split("must be a whole number from 1, and is not: wrong").Length, 2, 5);
    }

    [Fact]
    public async Task NoLeaseYet_NamedRegionCreatesItAfterItsWait()
    {
        using var world = new World();
        world.BeaconNames(world.Second);
        var began = Instant.Now;
        world.First.Follow();
        world.Second.Follow();

        await world.UntilAsync(() => world.Second.Cluster.Runs, "the second Region runs");

        Assert.Equal(("eu-west-1", 1), (world.Lease!.Holder, world.Lease.Epoch));
        Assert.True(world.Tables.Writes[0].At - began >= world.Times.TakesAfter);
        Assert.Empty(world.First.Cluster.Changes);
    }
}
