using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

public class LostEpochTests : FlinkTest
{
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
        await ToldAsync(follower, "the lease has epoch 4, and epoch 9 has been");
        Assert.False(IsToRun(first));

        World.Lease = new LeaseItem("nobody", 9, 0);
        await World.UntilAsync(() => IsToRun(first), "it starts");

        Assert.Equal((first.Name, 10), (World.Lease!.Holder, World.Lease.Epoch));
        Assert.Equal([$"deploys from s3://{first.Bucket.Bucket}/jobs/enrich/{folder}"], first.Cluster.Custom.Deeds);
    }
}
