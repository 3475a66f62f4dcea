using System.Text.Json.Nodes;

namespace DrInfra.Tests.Functions;

[Trait("Practice", "H2")]
public class JobMovesTests : FlinkTest
{
    [Fact]
    public async Task JobMovesAndComesBack_GoesOnFromWhatHasWhollyArrived()
    {
        var (first, second) = (World.First, World.Second);
        World.BeaconNames(first);
        var follower = first.Follow();
        second.Follow();

        // It starts without state, and saves.
        await SavedAsync(first, 4, 3);
        Assert.Equal(["deploys without state"], first.Cluster.Custom.Deeds);
        Assert.Equal(
            """flinkdeployments/orders-enrich {"job":{"state":"running","initialSavepointPath":null,"savepointRedeployNonce":4}}""",
            first.Cluster.Changes.Single(change => change.Text.StartsWith(Key, StringComparison.Ordinal)).Text);
        await World.UntilAsync(() => ScheduleRuns(first), "its schedule too");
        Assert.False(IsToRun(second) || ScheduleRuns(second));

        // Another follower goes on with the numbers, and starts nothing again.
        follower.Kill();
        first.Follow();
        await SavedAsync(first, 4, 5);
        first.Cluster.Custom.Snapshots = "";
        await Task.Delay(World.Times.Looks * 4);
        var saved = Manifests(first.Bucket, 4, first).Select(name => Read(first.Bucket, name)).ToList();
        Assert.Equal(Enumerable.Range(1, saved.Count).Reverse(), saved.Select(manifest => (int)manifest["number"]!));
        Assert.Equal(["deploys without state"], first.Cluster.Custom.Deeds);
        Assert.InRange(first.Cluster.Custom.Keys.Count(key => key.StartsWith("flinkstatesnapshots/", StringComparison.Ordinal)), 1, 2);

        // The newest has not arrived wholly when the lease moves.
        var late = $"jobs/enrich/{saved[0]["folder"]}/op/state";
        first.Bucket.ReplicateTo(second.Bucket, name => name != late);
        World.BeaconNames(second);
        await World.UntilAsync(() => IsToRun(second), "the second Region starts");
        Assert.False(IsToRun(first) || ScheduleRuns(first));
        var from = $"s3://savepoints-eu-west-1/jobs/enrich/{saved[1]["folder"]}";
        Assert.Equal([$"deploys from {from}"], second.Cluster.Custom.Deeds);
        Assert.Equal(
            $$$"""{{{Key}}} {"job":{"state":"running","initialSavepointPath":"{{{from}}}","savepointRedeployNonce":5}}""",
            second.Cluster.Changes.Single(change => change.Text.StartsWith(Key, StringComparison.Ordinal)).Text);
        Assert.Equal(saved[1]["number"]!.ToJsonString(), Read(second.Bucket, Start(5, second))["startedFrom"]!["number"]!.ToJsonString());

        // What the first Region had under way ends too late: beside the line, not on it.
        first.Bucket[late[..late.IndexOf("/savepoint-", StringComparison.Ordinal)] + "/savepoint-99/_metadata"] = "z";
        first.Bucket[$"jobs/enrich/epoch=4/region={first.Name}/manifests/{Job}/{long.MaxValue - 99:D19}-99.json"] = Zombie(saved[0]);

        // And back, with what the second Region has saved.
        await SavedAsync(second, 5, 2);
        second.Cluster.Custom.Snapshots = "";
        await Task.Delay(World.Times.Looks * 4);
        second.Bucket.ReplicateTo(first.Bucket, _ => true);
        World.BeaconNames(first);
        await World.UntilAsync(() => IsToRun(first), "the first Region starts again");
        var newest = Read(second.Bucket, Manifests(second.Bucket, 5, second)[0]);
        Assert.Equal(
            ["deploys without state", "suspends", $"redeploys from s3://savepoints-eu-central-1/jobs/enrich/{newest["folder"]}"],
            first.Cluster.Custom.Deeds);
        Assert.Equal(
            """{"epoch":5,"region":"eu-west-1","number":""" + newest["number"] + "}",
            Read(first.Bucket, Start(6, first))["startedFrom"]!.ToJsonString());
        await World.UntilAsync(() => ScheduleRuns(first), "its schedule too");
        NothingUnexpected(first, second);
    }

    private static string Zombie(JsonNode manifest)
    {
        var zombie = manifest.DeepClone();
        zombie["number"] = 99;
        zombie["folder"] = $"{manifest["folder"]}"[..$"{manifest["folder"]}".IndexOf("/savepoint-", StringComparison.Ordinal)] + "/savepoint-99";
        zombie["files"] = new JsonArray(new JsonObject { ["name"] = "_metadata", ["bytes"] = 1 });
        return zombie.ToJsonString();
    }
}
