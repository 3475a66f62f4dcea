
namespace DrInfra.Tests.Functions;

[Trait("Practice", "H2")]
public class SavepointTests : FlinkTest
{
    // The permission lapses, and the same Region goes on.
    [Fact]
    public async Task SameEpochGoesOn_ResumesByItsOwnState()
    {
        var first = World.First;
        World.BeaconNames(first);
        first.Follow();
        await SavedAsync(first, 4, 1);

        first.TableServer.Refuses = true;
        await World.UntilAsync(() => !IsToRun(first), "it stops");
        first.TableServer.Refuses = false;
        await World.UntilAsync(() => IsToRun(first), "it runs again");

        Assert.Equal(["deploys without state", "suspends", "resumes"], first.Cluster.Custom.Deeds);
        Assert.Single(first.Bucket.Names, name => name.StartsWith("savepoint-starts/", StringComparison.Ordinal));
        NothingUnexpected(first);
    }

    [Fact]
    public async Task SavepointFails_IsToldAndAskedForAgain()
    {
        var first = World.First;
        first.Cluster.Custom.Snapshots = "FAILED";
        World.BeaconNames(first);
        var follower = first.Follow();
        await World.UntilAsync(() => follower.Output.Split("\"change\":\"savepoint.failed\"").Length > 2, "two have failed");
        Assert.Contains("no room left", follower.Output, StringComparison.Ordinal);
        Assert.Empty(Manifests(first.Bucket, 4, first));

        first.Cluster.Custom.Snapshots = "COMPLETED";
        await SavedAsync(first, 4, 1);
    }
}
