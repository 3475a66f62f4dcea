namespace DrInfra.Tests.Functions;

public class RequestTests : WorldTest
{
    [Fact]
    public async Task RequestArrivesLate_IsRefusedAndPermitsNothing()
    {
        var (first, second) = (World.First, World.Second);
        World.BeaconNames(first);
        first.Follow();
        second.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        first.TableServer.HoldWrites();
        second.Dns.Say(second.Name);
        await World.UntilAsync(() => second.Cluster.Runs, "the second Region runs");
        var changes = first.Cluster.Changes.Count;
        first.TableServer.ReleaseWrites();
        await World.UntilAsync(() => World.Tables.Writes.Any(write => write is { Region: "eu-central-1", Refused: true }), "the late request arrives");
        await Task.Delay(World.Times.Lasts);

        Assert.Equal("eu-west-1", World.Lease!.Holder);
        Assert.Equal(changes, first.Cluster.Changes.Count);
        Assert.True(second.Cluster.Runs);
    }

    [Fact]
    public async Task AnswersAreLost_RegionStopsAndNoOtherTakes()
    {
        var (first, second) = (World.First, World.Second);
        World.BeaconNames(first);
        first.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");

        first.TableServer.LosesAnswers = true;
        second.Dns.Say(second.Name);
        second.Follow();
        await World.UntilAsync(() => first.Cluster.IsStopped, "it stops");
        await Task.Delay(World.Times.TakesAfter);
        Assert.Equal(("eu-central-1", 4), (World.Lease!.Holder, World.Lease.Epoch));
        Assert.Empty(second.Cluster.Changes);

        first.TableServer.LosesAnswers = false;
        await World.UntilAsync(() => first.Cluster.Runs, "it runs again");
    }
}
