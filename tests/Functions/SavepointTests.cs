using System.Globalization;
using System.Text.Json.Nodes;

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

    [Fact]
    public async Task JobIsBehindAfterAStart_NoSavepointUntilItHasCaughtUp()
    {
        var first = World.First;
        first.Cluster.Custom.Add(
            Key,
            JsonNode.Parse("""{ "job": { "state": "suspended" } }""")!.AsObject(),
            ("dr.drinfra.io/savepoints", $"s3://{first.Bucket.Bucket}/jobs/enrich"),
            ("dr.drinfra.io/savepoint-seconds", "1"),
            ("dr.drinfra.io/catch-up-seconds", "5"));
        World.BeaconNames(first);
        first.Follow();
        await World.UntilAsync(() => IsToRun(first), "it starts");
        var started = DateTimeOffset.FromUnixTimeMilliseconds(
            long.Parse($"{first.Cluster.Custom[Key]!["status"]!["jobStatus"]!["startTime"]}", CultureInfo.InvariantCulture));

        await SavedAsync(first, 4, 1);

        // Source times are whole seconds.
        var at = (DateTimeOffset)Read(first.Bucket, Manifests(first.Bucket, 4, first)[^1])["at"]!;
        Assert.InRange(at - started, TimeSpan.FromSeconds(4), World.Patience);
    }
}
