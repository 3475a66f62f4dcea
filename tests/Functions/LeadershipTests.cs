namespace DrInfra.Tests.Functions;

public class LeadershipTests() : WorldTest(WorldTimes.Long)
{
    [Fact]
    public async Task LeaderIsKilled_SecondReplicaGoesOnInTime()
    {
        var (first, second) = (World.First, World.Second);
        World.BeaconNames(first);
        var replicas = new[] { first.Follow(), first.Follow() };
        second.Follow();
        await World.UntilAsync(() => first.Cluster.Runs, "the first Region runs");
        await Task.WhenAll(replicas.Select(AnswersAsync));
        var changes = first.Cluster.Changes.Count;
        var leader = first.Cluster.Leader;

        replicas.Single(replica => leader!.EndsWith($"_{replica.Id}", StringComparison.Ordinal)).Kill();
        var killed = Instant.Now;
        await World.UntilAsync(() => World.Tables.Writes[^1].At > killed + World.Times.Renews, "the second replica renews");

        Assert.NotEqual(leader, first.Cluster.Leader);
        Assert.Equal(changes, first.Cluster.Changes.Count);
        Assert.All(World.Tables.Writes, write => Assert.Equal("eu-central-1", write.Region));
        var gaps = World.Tables.Writes.Zip(World.Tables.Writes.Skip(1), (one, next) => next.At - one.At);
        Assert.All(gaps, gap => Assert.True(gap < World.Times.Lasts));
    }

    private static async Task AnswersAsync(LeaseProcess replica)
    {
        while (await replica.ProbeAsync("/healthy") is null)
        {
            await Task.Delay(50);
        }
    }
}
