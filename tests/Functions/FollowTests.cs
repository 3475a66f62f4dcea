using System.Net;
using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

public class FollowTests : IDisposable
{
    private readonly World _world = new() { Lease = new LeaseItem("eu-central-1", 4, 17) };

    public void Dispose()
    {
        _world.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task BeaconMoves_OtherRegionStartsAndFirstStops()
    {
        var (first, second) = (_world.First, _world.Second);
        _world.BeaconNames(first);
        var followers = new[] { first.Follow(), second.Follow() };
        await World.UntilAsync(() => first.Cluster.Runs && second.Cluster.IsStopped && second.Cluster.Leader is not null, "the first Region runs");

        _world.BeaconNames(second);
        await World.UntilAsync(() => first.Cluster.IsStopped, "the first Region stops");
        await World.UntilAsync(() => second.Cluster.Runs, "the second Region runs");

        Assert.Equal(("eu-west-1", 5), (_world.Lease!.Holder, _world.Lease.Epoch));
        var taken = _world.Tables.Writes.First(write => write is { Region: "eu-west-1", Refused: false });
        Assert.True(taken.At - _world.Tables.Writes.Last(write => write.Region == "eu-central-1").At >= _world.Times.TakesAfter);
        Assert.True(taken.At < second.Cluster.Changes[0].At);
        Assert.Equal(
            ["deployments/pipeline replicas=3", "cronjobs/report suspend=false", "jobs/import suspend=false"],
            second.Cluster.Changes.Select(change => change.Text));
        Assert.Equal(["deployments/pipeline replicas=3", "cronjobs/report suspend=false", "jobs/import suspend=false",
            "deployments/pipeline replicas=0", "cronjobs/report suspend=true", "jobs/import suspend=true"], first.Cluster.Changes.Select(change => change.Text));
        Assert.Empty((string[])[.. first.Cluster.Unexpected, .. second.Cluster.Unexpected, .. first.TableServer.Unexpected, .. second.TableServer.Unexpected]);
        Assert.Equal(HttpStatusCode.OK, await followers[1].ProbeAsync("/healthy"));
        Assert.Contains("deployment/wrong is left as it is", followers[0].Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoLeaseYet_NamedRegionCreatesItAfterItsWait()
    {
        using var world = new World();
        world.BeaconNames(world.Second);
        var began = Instant.Now;
        world.First.Follow();
        world.Second.Follow();

        await World.UntilAsync(() => world.Second.Cluster.Runs, "the second Region runs");

        Assert.Equal(("eu-west-1", 1), (world.Lease!.Holder, world.Lease.Epoch));
        Assert.True(world.Tables.Writes[0].At - began >= world.Times.TakesAfter);
        Assert.Empty(world.First.Cluster.Changes);
    }

    [Fact]
    public async Task TableIsLost_JobsStopBeforeThePermissionEnds()
    {
        var first = _world.First;
        _world.BeaconNames(first);
        first.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        first.TableServer.Refuses = true;
        await World.UntilAsync(() => first.Cluster.IsStopped, "it stops");

        Assert.True(first.Cluster.Changes[^1].At - _world.Tables.Writes[^1].At < _world.Times.Lasts);

        first.TableServer.Refuses = false;
        await World.UntilAsync(() => first.Cluster.Runs, "it runs again");
        Assert.Equal(4, _world.Lease!.Epoch);
    }

    // Its resolver tells the past for ever, which must not matter.
    [Fact]
    public async Task RegionIsCutOffAndComesBack_StaysStopped()
    {
        var (first, second) = (_world.First, _world.Second);
        _world.BeaconNames(first);
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
        await Task.Delay(_world.Times.TakesAfter * 1.3);

        Assert.Equal(changes, first.Cluster.Changes.Count);
        Assert.True(second.Cluster.Runs);
        Assert.Equal("eu-west-1", _world.Lease!.Holder);
    }

    [Fact]
    public async Task RequestArrivesLate_IsRefusedAndPermitsNothing()
    {
        var (first, second) = (_world.First, _world.Second);
        _world.BeaconNames(first);
        first.Follow();
        second.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        first.TableServer.HoldWrites();
        second.Dns.Say(second.Name);
        await World.UntilAsync(() => second.Cluster.Runs, "the second Region runs");
        var changes = first.Cluster.Changes.Count;
        first.TableServer.ReleaseWrites();
        await World.UntilAsync(() => _world.Tables.Writes.Any(write => write is { Region: "eu-central-1", Refused: true }), "the late request arrives");
        await Task.Delay(_world.Times.Lasts);

        Assert.Equal("eu-west-1", _world.Lease!.Holder);
        Assert.Equal(changes, first.Cluster.Changes.Count);
        Assert.True(second.Cluster.Runs);
    }

    [Fact]
    public async Task AnswersAreLost_RegionStopsAndNoOtherTakes()
    {
        var (first, second) = (_world.First, _world.Second);
        _world.BeaconNames(first);
        first.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        first.TableServer.LosesAnswers = true;
        second.Dns.Say(second.Name);
        second.Follow();
        await World.UntilAsync(() => first.Cluster.IsStopped, "it stops");
        await Task.Delay(_world.Times.TakesAfter);
        Assert.Equal(("eu-central-1", 4), (_world.Lease!.Holder, _world.Lease.Epoch));
        Assert.Empty(second.Cluster.Changes);

        first.TableServer.LosesAnswers = false;
        await World.UntilAsync(() => first.Cluster.Runs, "it runs again");
    }

    [Fact]
    public async Task LeaderIsKilled_SecondReplicaGoesOnInTime()
    {
        var (first, second) = (_world.First, _world.Second);
        _world.BeaconNames(first);
        var replicas = new[] { first.Follow(), first.Follow() };
        second.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");
        var changes = first.Cluster.Changes.Count;
        var leader = first.Cluster.Leader;

        replicas.Single(replica => leader!.EndsWith($"_{replica.Id}", StringComparison.Ordinal)).Kill();
        var killed = Instant.Now;
        await World.UntilAsync(() => _world.Tables.Writes[^1].At > killed + _world.Times.Renews, "the second replica renews");

        Assert.NotEqual(leader, first.Cluster.Leader);
        Assert.Equal(changes, first.Cluster.Changes.Count);
        Assert.All(_world.Tables.Writes, write => Assert.Equal("eu-central-1", write.Region));
        var gaps = _world.Tables.Writes.Zip(_world.Tables.Writes.Skip(1), (one, next) => next.At - one.At);
        Assert.All(gaps, gap => Assert.True(gap < _world.Times.Lasts));
    }

    [Fact]
    public async Task FollowerFreezesAndThaws_DoesNothingOnAnOldPermission()
    {
        var (first, second) = (_world.First, _world.Second);
        _world.BeaconNames(first);
        var follower = first.Follow();
        second.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        follower.Signal("STOP");
        second.Dns.Say(second.Name);
        await World.UntilAsync(() => second.Cluster.Runs, "the second Region runs");
        var thawed = Instant.Now;
        follower.Signal("CONT");
        await World.UntilAsync(() => first.Cluster.IsStopped, "the first Region stops");

        Assert.Equal("eu-west-1", _world.Lease!.Holder);
        Assert.DoesNotContain(_world.Tables.Writes, write => write is { Region: "eu-central-1", Refused: false } && write.At > thawed);
    }

    [Theory]
    [InlineData(DnsManner.Silent)]
    [InlineData(DnsManner.TwoRecords)]
    public async Task BeaconIsUnknown_HolderGoesOnAndNobodyTakes(DnsManner manner)
    {
        var (first, second) = (_world.First, _world.Second);
        _world.BeaconNames(first);
        var follower = first.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        first.Dns.NameServersAre(manner).ResolverIs(manner);
        second.Dns.Say(second.Name).NameServersAre(manner).ResolverIs(manner);
        second.Follow();
        await Task.Delay(_world.Times.TakesAfter);
        Assert.True(first.Cluster.Runs);

        follower.Kill();
        await Task.Delay(_world.Times.TakesAfter * 1.5);
        Assert.Equal("eu-central-1", _world.Lease!.Holder);
        Assert.Empty(second.Cluster.Changes);
    }
}
