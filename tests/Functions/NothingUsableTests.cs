using System.Text.Json.Nodes;

namespace DrInfra.Tests.Functions;

public class NothingUsableTests : FlinkTest
{
    [Fact]
    public async Task EpochBeforeHasNotArrived_IsNotStartedUntilItHasOrPeopleDecide()
    {
        var (first, second) = (World.First, World.Second);
        first.Bucket[Start(2, first)] = $$"""{ "job": "{{Job}}", "epoch": 2, "region": "{{first.Name}}", "startedFrom": null, "folder": null }""";
        World.BeaconNames(first);
        var follower = first.Follow();

        await World.UntilAsync(() => ScheduleRuns(first), "all else starts");
        await ToldAsync(follower, "orders-enrich: it is not started: nothing of epoch 3 has arrived");
        Assert.False(IsToRun(first));
        Assert.Contains($"savepoint-starts/jobs/enrich/{Job}/epoch=4/region={first.Name}.refused.json", first.Bucket.Names);
        Assert.Empty(first.Metrics.Published);

        // As docs/pipelines.md says: state, path and nonce in one patch.
        first.Cluster.Custom.Patch(Key, JsonNode.Parse(
            """
            { "spec": { "job": { "state": "running", "initialSavepointPath": "s3://elsewhere/savepoint-7", "savepointRedeployNonce": 4 } } }
            """)!.AsObject());
        await SavedAsync(first, 4, 1);

        Assert.Equal(["deploys from s3://elsewhere/savepoint-7"], first.Cluster.Custom.Deeds);
        Assert.Equal("s3://elsewhere/savepoint-7", $"{Read(first.Bucket, Start(4, first))["folder"]}");
        await World.UntilAsync(() => first.Metrics.Published.Count > 0, "its age is published");
        NothingUnexpected(first, second);
    }

    [Fact]
    public async Task JobHasRunHereAndItsFolderKnowsNothing_IsNotStarted()
    {
        var first = World.First;
        first.Cluster.Custom.Patch(Key, JsonNode.Parse("""{ "spec": { "job": { "state": "running" } } }""")!.AsObject());
        World.BeaconNames(first);
        var follower = first.Follow();

        await ToldAsync(follower, "it has run here before, and no savepoint of it is known");

        await World.UntilAsync(() => !IsToRun(first), "it is stopped");
        Assert.Equal(["deploys without state", "suspends"], first.Cluster.Custom.Deeds);
        Assert.Empty(first.Bucket.Names);
    }

    [Fact]
    public async Task JobDoesNotSayWhereItsSavepointsGo_IsNotStarted()
    {
        var first = World.First;
        first.Cluster.Custom.Add(Key, JsonNode.Parse("""{ "job": { "state": "running" } }""")!.AsObject(), ("dr.drinfra.io/savepoints", "/savepoints"));
        World.BeaconNames(first);
        var follower = first.Follow();

        await ToldAsync(follower, "orders-enrich: dr.drinfra.io/savepoints must be s3://");
        await World.UntilAsync(() => !IsToRun(first), "it is stopped");
    }
}
