using System.Text.Json.Nodes;
using DrInfra.Recovery;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>What engines of others keep of their jobs: bookmarks of Glue, disks of EMR.</summary>
[Trait("Practice", "H2")]
public class JobEngineRecoveryTests
{
    private const string Cluster = "aws:emr/cluster:Cluster";
    private const string Job = "aws:glue/job:Job";

    [Theory]
    [InlineData("job-bookmark-enable", 1)]
    [InlineData("job-bookmark-pause", 1)]
    [InlineData("?", 1)]
    [InlineData("job-bookmark-disable", 0)]
    [InlineData(null, 0)]
    public void OnlyABookmark_IsState(string? option, int stores) => Assert.Equal(
        stores, Bookmarked(option).Assess().Stores.Count(store => store.Kind == "job state"));

    [Fact]
    public void BookmarkOfAJobAlone_IsLostWithItsRegion()
    {
        var outcome = Bookmarked("job-bookmark-enable").Outcome(Disruption.Region);

        Assert.Equal(double.PositiveInfinity, outcome.Rpo.Figure.Worst);
        Assert.Contains("its bookmark stays in eu-west-1, and no job of its name is in another one", outcome.Because, StringComparison.Ordinal);
    }

    // The job of the other Region begins anew: whether its results may be there twice, nobody says.
    [Fact]
    public void BookmarkOfTwins_IsUnknownAfterTheRegion() => Assert.True(
        Bookmarked("job-bookmark-enable").Add(Job, "west", Glue, "eu-central-1").With("west", "defaultArguments/--job-bookmark-option", "job-bookmark-enable")
            .Outcome(Disruption.Region).Rpo.Figure.IsUnknown);

    [Fact]
    public void Bookmark_OutlivesAZone() => Assert.Equal(0, Bookmarked("job-bookmark-enable").Outcome(Disruption.Zone).Rpo.Figure.Worst);

    [Theory]
    [InlineData("""["Hive", "Spark"]""", null, "unbounded")]
    [InlineData("""["Hive"]""", """
        [{ "Classification": "hive-site", "Properties": {
          "hive.metastore.client.factory.class": "com.amazonaws.glue.catalog.metastore.AWSGlueDataCatalogHiveClientFactory" } }]
        """, "unknown")]
    [InlineData("""["Hive"]""", """
        [{ "Classification": "hive-site", "Properties": { "javax.jdo.option.ConnectionURL": "jdbc:mysql://db.example.com:3306/hive" } }]
        """, "unknown")]
    [InlineData("""["Hive"]""", "?", "unknown")]
    [InlineData("""["Spark"]""", null, "unknown")]
    public void DisksOfACluster_HoldTheMetastoreByDefault_AndMaybeMore(string applications, string? configuration, string zone)
    {
        var graph = Emr().With("east", "applications", JsonNode.Parse(applications));

        Assert.Equal(
            zone, ClusterObjects.Word((configuration is null ? graph : graph.With("east", "configurationsJson", configuration))
                .Outcome(Disruption.Zone).Rpo.Figure));
    }

    [Fact]
    public void StepsThatUseHdfs_AreNamed() => Assert.Contains(
        "its steps use HDFS",
        Emr().With("east", "steps", JsonNode.Parse("""[{ "hadoopJarStep": { "args": ["s3-dist-cp", "--dest=hdfs:///in"] } }]"""))
            .Outcome(Disruption.Zone).Because, StringComparison.Ordinal);

    [Fact]
    public void ClusterThatEndsAfterItsSteps_KeepsNothing() => Assert.Empty(
        Emr().With("east", "keepJobFlowAliveWhenNoSteps", false).Assess().Stores);

    private const string Glue = """{ "name": "rollup", "defaultArguments": {}, "tags": { "dr:workload": "orders" } }""";

    private static TestGraph Bookmarked(string? option)
    {
        var graph = new TestGraph().Manifests().Add(Job, "east", Glue);
        return option is null ? graph : graph.With("east", "defaultArguments/--job-bookmark-option", option);
    }

    private static TestGraph Emr() => new TestGraph().Manifests().Add(
        Cluster, "east", """{ "name": "rollup", "applications": ["Hadoop"], "tags": { "dr:workload": "orders" } }""");
}
