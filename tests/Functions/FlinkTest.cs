using System.Text.Json.Nodes;
using DrInfra.Tests.Functions.Servers;

namespace DrInfra.Tests.Functions;

/// <summary>A test with a Flink job and a schedule of Spark in both Regions, whose first Region holds the lease.</summary>
public abstract class FlinkTest : WorldTest
{
    internal const string Job = "orders-enrich";
    internal const string Key = $"flinkdeployments/{Job}";
    internal const string Schedule = "scheduledsparkapplications/orders-report";

    internal FlinkTest(WorldTimes? times = null)
        : base(times)
    {
        foreach (var region in new[] { World.First, World.Second })
        {
            region.Cluster.Custom.Add(
                Key,
                JsonNode.Parse("""{ "job": { "state": "suspended", "upgradeMode": "last-state" } }""")!.AsObject(),
                ("dr.drinfra.io/savepoints", $"s3://{region.Bucket.Bucket}/jobs/enrich"),
                ("dr.drinfra.io/savepoint-seconds", "1"));
            region.Cluster.Custom.Add(Schedule, new JsonObject { ["suspend"] = true });
        }
    }

    internal static string Start(int epoch, Region region) => $"savepoint-starts/jobs/enrich/{Job}/epoch={epoch}/region={region.Name}.json";

    /// <summary>The manifests in a bucket, the newest first.</summary>
    internal static IReadOnlyList<string> Manifests(BucketServer bucket, int epoch, Region of) =>
        [.. bucket.Names.Where(name => name.StartsWith($"jobs/enrich/epoch={epoch}/region={of.Name}/manifests/{Job}/", StringComparison.Ordinal))];

    internal static JsonNode Read(BucketServer bucket, string name) => JsonNode.Parse(bucket[name]!)!;

    internal static bool IsToRun(Region region) => $"{region.Cluster.Custom[Key]!["spec"]!["job"]!["state"]}" == "running";

    internal static bool ScheduleRuns(Region region) => !(bool)region.Cluster.Custom[Schedule]!["spec"]!["suspend"]!;

    /// <summary>Waits for so many manifests of an epoch.</summary>
    internal Task SavedAsync(Region region, int epoch, int count) =>
        World.UntilAsync(() => Manifests(region.Bucket, epoch, region).Count >= count, $"{region.Name} has saved {count} times in epoch {epoch}");

    internal Task ToldAsync(LeaseProcess follower, string what) =>
        World.UntilAsync(() => follower.Output.Contains(what, StringComparison.Ordinal), $"it tells '{what}'");

    internal static void NothingUnexpected(params Region[] regions) => Assert.Empty(regions.SelectMany(region =>
        (string[])[.. region.Cluster.Unexpected, .. region.TableServer.Unexpected, .. region.Bucket.Unexpected, .. region.Metrics.Unexpected]));
}
