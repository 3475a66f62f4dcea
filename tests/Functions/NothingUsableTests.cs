using System.Text.Json.Nodes;
using DrInfra.Tests.Functions.Servers;

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
        await World.UntilAsync(() => follower.Output.Contains("orders-enrich: it is not started: nothing of epoch 3 has arrived", StringComparison.Ordinal), "it is told");
        Assert.False(IsToRun(first));
        Assert.Contains($"savepoint-starts/jobs/enrich/{Job}/epoch=4/region={first.Name}.refused.json", first.Bucket.Names);
        Assert.Empty(first.Metrics.Published);

        // As docs/pipelines.md says: state, path and nonce in one patch.
        first.Cluster.Custom.Patch(Key, JsonNode.Parse(
            """{ "spec": { "job": { "state": "running", "initialSavepointPath": "s3://elsewhere/savepoint-7", "savepointRedeployNonce": 4 } } }""")!.AsObject());
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

        await World.UntilAsync(() => follower.Output.Contains("it has run here before, and no savepoint of it is known", StringComparison.Ordinal), "it is told");

        await World.UntilAsync(() => !IsToRun(first), "it is stopped");
        Assert.Equal(["deploys without state", "suspends"], first.Cluster.Custom.Deeds);
        Assert.Empty(first.Bucket.Names);
    }

    [Fact]
    public async Task TableOfTheLeasesWasLost_IsNotStartedUntilPeopleRaiseTheEpoch()
    {
        var first = World.First;
        var folder = $"epoch=9/region={World.Second.Name}/at=20261130T120000Z/savepoint-1";
        first.Bucket[Start(9, World.Second)] = $$"""{ "job": "{{Job}}", "epoch": 9, "region": "{{World.Second.Name}}", "startedFrom": null, "folder": null }""";
        first.Bucket[$"jobs/enrich/{folder}/_metadata"] = "m";
        first.Bucket[$"jobs/enrich/epoch=9/region={World.Second.Name}/manifests/{Job}/{long.MaxValue - 1:D19}-1.json"] = $$"""
            {
              "job": "{{Job}}", "epoch": 9, "region": "{{World.Second.Name}}", "number": 1, "at": "2026-11-30T12:00:00+00:00", "folder": "{{folder}}",
              "files": [{ "name": "_metadata", "bytes": 1 }], "startedFrom": null
            }
            """;
        World.BeaconNames(first);
        var follower = first.Follow();
        await World.UntilAsync(() => follower.Output.Contains("the lease has epoch 4, and epoch 9 has been", StringComparison.Ordinal), "it is told");
        Assert.False(IsToRun(first));

        World.Lease = new LeaseItem("nobody", 9, 0);
        await World.UntilAsync(() => IsToRun(first), "it starts");

        Assert.Equal((first.Name, 10), (World.Lease!.Holder, World.Lease.Epoch));
        Assert.Equal([$"deploys from s3://{first.Bucket.Bucket}/jobs/enrich/{folder}"], first.Cluster.Custom.Deeds);
    }

    [Fact]
    public async Task JobDoesNotSayWhereItsSavepointsGo_IsNotStarted()
    {
        var first = World.First;
        first.Cluster.Custom.Add(Key, JsonNode.Parse("""{ "job": { "state": "running" } }""")!.AsObject(), ("dr.drinfra.io/savepoints", "/savepoints"));
        World.BeaconNames(first);
        var follower = first.Follow();

        await World.UntilAsync(() => follower.Output.Contains("orders-enrich: dr.drinfra.io/savepoints must be s3://", StringComparison.Ordinal), "it is told");
        await World.UntilAsync(() => !IsToRun(first), "it is stopped");
    }
}
