using DrInfra.Policies.Rules.Catalogues;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;
using DrInfra.Tests.Policies.Assessment;
using DrInfra.Tests.Policies.Rules.Catalogues;
using static DrInfra.Tests.Policies.Rules.Catalogues.ReplicatedCatalogue;

namespace DrInfra.Tests.Policies.Services;

/// <summary>
/// What others publish about catalogues in several Regions, made again with a few resources, and what it is worth when a Region is lost. Each names
/// where it comes from.
/// </summary>
public class CatalogueServicesTests
{
    private const string TableBucket = "aws:s3tables/tableBucket:TableBucket";
    private const string BucketReplication = "aws:s3tables/tableBucketReplication:TableBucketReplication";
    private const string Grant = "aws:lakeformation/permissions:Permissions";

    private static readonly RecoverySettings Settings = RecoverySettingsFile.Parse(
        """
        workloads:
          lake: { tier: t, resources: ["*"] }
        objectives:
          tiers:
            t: { region: { rpo: 1h, rto: 4h }, decide: 15m, corruptionDetection: 1h }
        """,
        "recovery.yaml") with { Assumptions = ServiceAssumptions.All.Assumptions };

    /// <summary>
    /// https://aws.amazon.com/blogs/big-data/build-a-multi-region-and-highly-resilient-modern-data-architecture-using-aws-glue-and-aws-lake-formation/:
    /// the catalogue and the grants are copied into the other Region, with locations that are changed to its bucket.
    /// </summary>
    [Fact]
    public void CatalogueAndGrantsAreCopiedWithTheirLocations_TheRegionIsCovered()
    {
        var graph = Parquet();
        foreach (var region in new[] { Home, Other })
        {
            graph.Add("aws:lakeformation/resource:Resource", $"location-{region}", $$"""{ "arn": "arn:aws:s3:::data-{{region}}" }""", region);
            graph.Add(Grant, $"grant-{region}", Analyst, region);
        }

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, Verdict(graph));
        Assert.Empty(graph.Violations(new LakeFormationGrantsMatchAcrossRegions()));
    }

    /// <summary>The same without the step that migrates grants: what the page says has to be applied again in the other Region.</summary>
    [Fact]
    public void GrantsAreNotCopied_WhetherPeopleReadIsUnknown()
    {
        var graph = Parquet().Add(Grant, "grant", Analyst);

        Assert.Equal(ObjectiveVerdict.Unknown, Verdict(graph));
        Assert.Single(graph.Violations(new LakeFormationGrantsMatchAcrossRegions()));
    }

    /// <summary>https://github.com/xmubeta/gluecrr copies definitions as they are: locations go on naming the first Region's bucket.</summary>
    [Fact]
    public void DefinitionsAreCopiedAsTheyAre_TheRegionIsNotCovered() => Assert.Equal(
        ObjectiveVerdict.Breached,
        Verdict(DatabasesOnly().Tables("home", Home).Tables("other", Other).With("other-orders", "storageDescriptor/location", "s3://data-eu-west-1/orders/")));

    /// <summary>
    /// https://github.com/aws-samples/lake-formation-permissions-sync/issues/11: metadata.json is rewritten, manifests are not. Nobody sees into the
    /// files, so the figure rests on the registration, and the missing access point is told.
    /// </summary>
    [Fact]
    public void IcebergMetadataIsCopied_TheFigureRestsOnTheRegistration()
    {
        var graph = Iceberg(accessPoints: false);

        Assert.Contains("catalogue-registration", Outcome(graph).Because, StringComparison.Ordinal);
        Assert.Equal(2, graph.Violations(new IcebergBucketsHaveAnAccessPoint()).Length);
    }

    /// <summary>
    /// https://docs.aws.amazon.com/lake-formation/latest/dg/creating-resource-links.html: a resource link reads another Region's catalogue and objects.
    /// </summary>
    [Fact]
    public void OtherRegionHasOnlyALink_TheRegionIsNotCovered() => Assert.Equal(
        ObjectiveVerdict.Breached,
        Verdict(DatabasesOnly().Tables("home", Home).Without("other-sales").Add(
            Database, "link", """{ "name": "sales", "targetDatabase": { "catalogId": "123456789012", "databaseName": "sales", "region": "eu-west-1" } }""",
            Other)));

    /// <summary>
    /// https://www.pulumi.com/registry/packages/aws/api-docs/s3tables/tablebucketreplication/, its basic example, with table buckets of two Regions.
    /// </summary>
    [Fact]
    public void TableBucketIsReplicated_TheReplicaIsDisassociatedBeforeItIsWritten()
    {
        var store = TableBuckets().Assess(Settings).Stores.Single(found => found.Kind == "table bucket");
        var replica = store.Copies.Single(copy => copy.Region == Other);

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, Verdict(TableBuckets()));
        Assert.Equal("disassociate the replicas, which are read-only", replica.Uses[Disruption.Region].Recovery.Label);
        Assert.Equal(["source", "events", "target"], store.Members.Select(member => member.Name));
    }

    /// <summary>The same into the same Region, or without the rule.</summary>
    [Fact]
    public void TableBucketIsReplicatedWithinItsRegionOrNotAtAll_TheRegionIsNotCovered()
    {
        Assert.Equal(ObjectiveVerdict.Breached, Verdict(TableBuckets(Home)));
        Assert.Equal(ObjectiveVerdict.Breached, Verdict(TableBuckets().Without("rule")));
        Assert.Equal(ObjectiveVerdict.Unknown, Verdict(TableBuckets().Without("target").With("rule", "rule/destinations/0/destinationTableBucketArn", "?")));
    }

    /// <summary>https://www.pulumi.com/registry/packages/aws/api-docs/s3tables/tablereplication/: one table's rule says nothing of the others.</summary>
    [Fact]
    public void OneTableOfTwoIsReplicated_TheRegionIsNotCovered()
    {
        var one = TableBuckets().Without("rule").Add(
            "aws:s3tables/tableReplication:TableReplication", "one", """
            { "tableArn": "arn:aws:s3tables:eu-west-1:123456789012:bucket/source/table/events", "role": "r",
              "rule": { "destinations": [{ "destinationTableBucketArn": "arn:aws:s3tables:eu-central-1:123456789012:bucket/target" }] } }
            """);

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, Verdict(one));
        Assert.Equal(ObjectiveVerdict.Breached, Verdict(one.Add(
            "aws:s3tables/table:Table", "others", """
            { "name": "others", "namespace": "n", "format": "ICEBERG", "tableBucketArn": "arn:aws:s3tables:eu-west-1:123456789012:bucket/source" }
            """)));
    }

    private static string Analyst { get; } = """
        { "principal": "arn:aws:iam::123456789012:role/analyst", "permissions": ["SELECT"], "table": { "databaseName": "sales", "name": "orders" } }
        """;

    private static Outcome Outcome(TestGraph graph) => graph.Outcome(Disruption.Region, Settings);

    private static ObjectiveVerdict Verdict(TestGraph graph) => Outcome(graph).Verdict;

    private static TestGraph TableBuckets(string target = Other) => new TestGraph()
        .Add(TableBucket, "source", """{ "name": "source" }""", Home, outputs: """{ "arn": "arn:aws:s3tables:eu-west-1:123456789012:bucket/source" }""")
        .Add(TableBucket, "target", """{ "name": "target" }""", target,
            outputs: $$"""{ "arn": "arn:aws:s3tables:{{target}}:123456789012:bucket/target" }""")
        .Add(
            "aws:s3tables/table:Table", "events", """
            { "name": "events", "namespace": "n", "format": "ICEBERG", "tableBucketArn": "arn:aws:s3tables:eu-west-1:123456789012:bucket/source" }
            """, Home, outputs: """{ "arn": "arn:aws:s3tables:eu-west-1:123456789012:bucket/source/table/events" }""")
        .Add(BucketReplication, "rule", $$"""
            { "tableBucketArn": "arn:aws:s3tables:eu-west-1:123456789012:bucket/source", "role": "r",
              "rule": { "destinations": [{ "destinationTableBucketArn": "arn:aws:s3tables:{{target}}:123456789012:bucket/target" }] } }
            """);
}
