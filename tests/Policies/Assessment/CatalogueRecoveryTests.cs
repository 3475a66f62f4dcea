using System.Text.Json.Nodes;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Settings;
using DrInfra.Recovery.Timeline;
using DrInfra.Tests.Policies.Rules.Catalogues;
using DrInfra.Tests.Policies.Services;
using static DrInfra.Tests.Policies.Rules.Catalogues.ReplicatedCatalogue;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>What is left of a catalogue when its Region is lost: what is declared in the other one, as far as it leads to objects that are there.</summary>
public class CatalogueRecoveryTests
{
    private const string Location = "storageDescriptor/location";
    private const string Settings = """
        workloads:
          lake: { tier: t, resources: ["*"] }
        objectives:
          tiers:
            t: { region: { rpo: 2h, rto: 4h }, corruption: { rpo: 6h, rto: 24h }, account: { rpo: 1d, rto: none }, decide: 15m, corruptionDetection: 1h }
        """;

    private static readonly Dictionary<string, TestGraph> PointingBackGraphs = new()
    {
        { "a table", Parquet().With("other-orders", Location, "s3://data-eu-west-1/orders/") },
        { "in the writing of Hadoop", Parquet().With("other-orders", Location, "s3a://data-eu-west-1/orders") },
        { "in an older writing of Hadoop", Parquet().With("other-orders", Location, "s3n://data-eu-west-1/orders") },
        { "by the database alone", DatabasesOnly(""", "locationUri": "s3://data-eu-west-1/" """) },
        { "by what it inherits", Inheriting("s3://data-eu-west-1/sales") },
        { "in another database", Parquet().With("other-sales", "name", "sales_dr").With("other-orders", "databaseName", "sales_dr")
            .With("other-orders", Location, "s3://data-eu-west-1/orders/") },
        { "by the metadata of Iceberg", Iceberg().With("other-orders", "parameters/metadata_location", "s3://data-eu-west-1/orders/metadata/00007.json") },
        { "by the template of computed folders", Parquet().With("other-orders", "parameters",
            new JsonObject { ["projection.enabled"] = "true", ["storage.location.template"] = "s3://data-eu-west-1/orders/${day}" }) },
        { "by the path of Spark", Parquet().With("other-orders", "storageDescriptor/serDeInfo",
            new JsonObject { ["parameters"] = new JsonObject { ["path"] = "s3://data-eu-west-1/orders" } }) },
        { "by a partition", Parquet().Add(
            Partition, "other-day",
            """{ "databaseName": "sales", "tableName": "orders", "storageDescriptor": { "location": "s3://data-eu-west-1/orders/day=1" } }""", Other) },
        { "through an access point", Parquet().With("other-orders", Location, "s3://sales-abc-s3alias/orders/").Add(
            "aws:s3/accessPoint:AccessPoint", "point", """{ "name": "sales", "bucket": "data-eu-west-1" }""", Home,
            outputs: """{ "alias": "sales-abc-s3alias" }""") },
        { "through the ARN of an access point", Parquet()
            .With("other-orders", Location, "s3://arn:aws:s3:eu-west-1:123456789012:accesspoint/sales/orders/")
            .Add("aws:s3/accessPoint:AccessPoint", "point", """{ "name": "sales", "bucket": "data-eu-west-1" }""", Home) },
        { "by a link of the database", DatabasesOnly().With(
            "other-sales", "targetDatabase", new JsonObject { ["catalogId"] = "123456789012", ["databaseName"] = "sales", ["region"] = Home })
            .Tables("home", Home) },
        { "by a link of the table", Parquet().With("other-orders", "targetTable",
            new JsonObject { ["catalogId"] = "1", ["databaseName"] = "sales", ["name"] = "orders", ["region"] = Home }) },
        { "by a crawler", DatabasesOnly().Tables("home", Home).Add(
            Crawler, "other-crawler", """{ "databaseName": "sales", "role": "r", "s3Targets": [{ "path": "s3://data-eu-west-1/orders" }] }""", Other) },
        { "by two crawlers", DatabasesOnly()
            .Add(Crawler, "home-crawler", """{ "databaseName": "sales", "role": "r", "s3Targets": [{ "path": "s3://data-eu-west-1/orders" }] }""")
            .Add(Crawler, "other-crawler", """{ "databaseName": "sales", "role": "r", "deltaTargets": [{ "deltaTables": ["s3://data-eu-west-1/orders"] }] }""",
                Other) },
        { "crawler in one Region", DatabasesOnly()
            .Add(Crawler, "home-crawler", """{ "databaseName": "sales", "role": "r", "s3Targets": [{ "path": "s3://data-eu-west-1/orders" }] }""") },
        { "Iceberg without replication", Iceberg(accessPoints: false).Without("other-orders").Without("primary-replication")
            .Without("standby-replication") },
        { "no catalogue", DatabasesOnly().Tables("home", Home).Without("other-sales") },
        { "no table", Parquet().Without("other-orders") },
        { "another prefix", Parquet().With("other-orders", Location, "s3://data-eu-central-1/copy/orders/") },
        { "a bucket that nothing is replicated to", Parquet().With("other-orders", Location, "s3://other-data/orders/").Add(
            "aws:s3/bucket:Bucket", "other-data", """{ "bucket": "other-data" }""", Other, "other-data") },
        { "replication that is off", Parquet().With("primary-replication", "rules/0/status", "Disabled")
            .With("standby-replication", "rules/0/status", "Disabled") },
    };

    private static readonly Dictionary<string, TestGraph> UndecidedGraphs = new()
    {
        { "a bucket of another program", Parquet().With("other-orders", Location, "s3://somewhere/orders/") },
        { "databases without anything", DatabasesOnly() },
        { "a cluster's disks", Parquet().With("home-orders", Location, "hdfs:///orders").With("other-orders", Location, "hdfs:///orders") },
        { "a location that is not known yet", Parquet().With("other-orders", Location, "?") },
        { "a federated database", DatabasesOnly().Tables("home", Home)
            .With("other-sales", "federatedDatabase", new JsonObject { ["identifier"] = "share", ["connectionName"] = "c" }) },
        { "grants of Lake Formation in one Region", Parquet().Add(
            "aws:lakeformation/permissions:Permissions", "grant",
            """{ "principal": "arn:aws:iam::1:role/analyst", "permissions": ["SELECT"], "table": { "databaseName": "sales", "name": "orders" } }""") },
    };

    private static readonly Dictionary<string, TestGraph> SoundGraphs = new()
    {
        { "tables", Parquet() },
        { "in the writing of Hadoop", Parquet().With("other-orders", Location, "s3a://data-eu-central-1/orders") },
        { "what it inherits", Inheriting("s3://data-REGION/sales") },
        { "databases alone", DatabasesOnly(""", "locationUri": "s3://data-REGION/" """) },
        { "Iceberg", Iceberg() },
        { "Iceberg that is registered when it is needed", Iceberg().Without("other-orders").With("other-sales", "locationUri", "s3://data-eu-central-1/") },
        { "Iceberg in a database without location", Iceberg().Without("other-orders") },
        { "crawlers", DatabasesOnly()
            .Add(Crawler, "home-crawler", """{ "databaseName": "sales", "role": "r", "s3Targets": [{ "path": "s3://data-eu-west-1/orders" }] }""")
            .Add(Crawler, "other-crawler", """{ "databaseName": "sales", "role": "r", "s3Targets": [{ "path": "s3://data-eu-central-1/orders" }] }""", Other) },
        { "a former place", Iceberg().With("other-orders", "parameters/previous_metadata_location", "s3://data-eu-west-1/orders/metadata/00006.json") },
        { "a view", Parquet().Add(Table, "home-view", """{ "name": "v", "databaseName": "sales", "tableType": "VIRTUAL_VIEW" }""")
            .Add(Table, "other-view", """{ "name": "v", "databaseName": "sales", "tableType": "VIRTUAL_VIEW" }""", Other) },
        { "another database of another name", Parquet().With("other-sales", "name", "sales_dr").With("other-orders", "databaseName", "sales_dr") },
        { "an access point of its own Region", Parquet().With("other-orders", Location, "s3://sales-abc-s3alias/orders/").Add(
            "aws:s3/accessPoint:AccessPoint", "point", """{ "name": "sales", "bucket": "data-eu-central-1" }""", Other,
            outputs: """{ "alias": "sales-abc-s3alias" }""") },
        { "an access point of several Regions", Parquet().With("other-orders", Location, "s3://arn:aws:s3::123456789012:accesspoint/abc.mrap/orders/").Add(
            "aws:s3control/multiRegionAccessPoint:MultiRegionAccessPoint", "point",
            """{ "details": { "name": "point", "regions": [{ "bucket": "data-eu-west-1" }, { "bucket": "data-eu-central-1" }] } }""",
            outputs: """{ "alias": "abc.mrap" }""") },
        { "a crawler of its own Region", DatabasesOnly().Tables("home", Home).Add(
            Crawler, "other-crawler", """{ "databaseName": "sales", "role": "r", "s3Targets": [{ "path": "s3://data-eu-central-1/orders" }] }""", Other) },
        { "grants of Lake Formation in both Regions", Granted() },
    };

    public static TheoryData<string> Sound => [.. SoundGraphs.Keys];

    public static TheoryData<string> PointingBack => [.. PointingBackGraphs.Keys];

    public static TheoryData<string> Undecided => [.. UndecidedGraphs.Keys];

    [Theory]
    [MemberData(nameof(Sound))]
    public void CatalogueThatLeadsToItsOwnRegion_IsLeft(string what)
    {
        var outcome = Outcome(SoundGraphs[what], Disruption.Region);

        Assert.True(outcome.Verdict == ObjectiveVerdict.MetOnAssumption, $"{what}: {outcome.Because}");
    }

    [Theory]
    [MemberData(nameof(PointingBack))]
    public void CatalogueThatLeadsToTheLostRegion_IsLost(string what)
    {
        var outcome = Outcome(PointingBackGraphs[what], Disruption.Region);

        Assert.Equal((what, ObjectiveVerdict.Breached), (what, outcome.Verdict));
        Assert.True(outcome.Rpo.Figure.IsUnbounded);
    }

    [Theory]
    [MemberData(nameof(Undecided))]
    public void CatalogueThatMayLeadAnywhere_IsUnknown(string what) =>
        Assert.Equal((what, ObjectiveVerdict.Unknown), (what, Outcome(UndecidedGraphs[what], Disruption.Region).Verdict));

    [Fact]
    public void FirstPreview_KnowsTheBucketByWhatItIsMadeFrom()
    {
        TestGraph Made(string from) => DatabasesOnly().Tables("home", Home).Add(
            Table, "other-orders", """{ "name": "orders", "databaseName": "sales", "storageDescriptor": { "location": "?" } }""", Other,
            dependencies: [("storageDescriptor", "aws:s3/bucket:Bucket", from)]);

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, Outcome(Made("standby"), Disruption.Region).Verdict);
        Assert.Equal(ObjectiveVerdict.Breached, Outcome(Made("primary"), Disruption.Region).Verdict);
    }

    [Fact]
    public void Tables_AreAsOldAsMostObjects_AndThoseWithCommitsAsTheSlowestFile()
    {
        Assert.Equal((900.0, Basis.Sla), Of(Outcome(Parquet(), Disruption.Region).Rpo));
        Assert.Equal((3600.0, Basis.Assumption), Of(Outcome(Iceberg(), Disruption.Region).Rpo));

        static (double?, Basis) Of(Derivation ground) => (ground.Figure.Worst, ground.Figure.Basis);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData(""", "partitionKeys": [{ "name": "day", "type": "date" }]""", 900)]
    [InlineData(""", "partitionKeys": [{ "name": "day", "type": "date" }], "parameters": { "projection.enabled": "true" }""", 0)]
    [InlineData(""", "parameters": { "table_type": "ICEBERG" }""", 900)]
    [InlineData(""", "parameters": { "spark.sql.sources.provider": "delta" }""", 900)]
    public void WhatHasToBeRegistered_TakesTime(string more, double seconds)
    {
        var graph = DatabasesOnly().Tables("home", Home, more).Tables("other", Other, more);
        var store = graph.Assess(Quarter()).Stores.Single(store => store.Kind == "catalogue");

        Assert.Equal(seconds, store.Copies.Single(copy => copy.Region == Other).Uses[Disruption.Region].Recovery.Figure.Worst);
    }

    [Fact]
    public void Definitions_AreDeclaredAgain_AndCommitsGoBackWithTheBucket()
    {
        Assert.Equal(0, Definitions(Parquet()).Uses[Disruption.Corruption].Staleness.Figure.Worst);
        Assert.Equal(3600, Definitions(Iceberg()).Uses[Disruption.Corruption].Staleness.Figure.Worst);
        Assert.Contains(
            "keeps no objects from before the damage",
            Definitions(Iceberg().With("primary-versioning", "versioningConfiguration/status", "Suspended")).Lost[Disruption.Corruption].Text,
            StringComparison.Ordinal);

        static DrInfra.Policies.Assessment.Copy Definitions(TestGraph graph) => graph.Assess(Quarter()).Stores
            .Single(store => store.Kind == "catalogue").Copies.Single(copy => copy.Kind == "definitions in the program");
    }

    [Fact]
    public void AnotherAccount_IsReachedByNoCatalogue_WhichAManifestMayExcuse()
    {
        const string Stores = """[{ "name": "sales", "kind": "catalogue", "sizeGb": 1, "changeGbPerDay": 0, "none": ["account"] }]""";
        const string Tagged = """, "tags": { "dr:workload": "orders" }""";
        TestGraph Alone(string stores) => new TestGraph().Manifests(stores).Add(Database, "sales", $$"""{ "name": "sales"{{Tagged}} }""");

        Assert.Equal(ObjectiveVerdict.NotApplicable, Alone(Stores).Outcome(Disruption.Account).Verdict);
        Assert.Equal(
            ObjectiveVerdict.Breached,
            Alone("""[{ "name": "sales", "kind": "catalogue", "sizeGb": 1, "changeGbPerDay": 0 }]""").Outcome(Disruption.Account).Verdict);
    }

    private static Outcome Outcome(TestGraph graph, Disruption disruption) => graph.Outcome(disruption, Quarter());

    // Every assumption a quarter of an hour, but for the commits, which are seen by their hour.
    private static RecoverySettings Quarter() => RecoverySettingsFile.Parse(Settings, "recovery.yaml") with
    {
        Assumptions =
        [
            .. ServiceAssumptions.All.Assumptions.Select(assumption =>
                assumption.Id == "commit-replication-lag" ? assumption with { Value = 3600 } : assumption),
        ],
    };

    private static TestGraph Inheriting(string location)
    {
        var graph = DatabasesOnly($$""", "locationUri": "{{location}}" """);
        foreach (var (side, region) in new[] { ("home", Home), ("other", Other) })
        {
            graph.Add(Table, $"{side}-orders", """{ "name": "orders", "databaseName": "sales", "storageDescriptor": { "columns": [] } }""", region);
        }

        return graph;
    }

    private static TestGraph Granted()
    {
        var graph = Parquet();
        foreach (var (side, region) in new[] { ("home", Home), ("other", Other) })
        {
            graph.Add(
                "aws:lakeformation/permissions:Permissions", $"{side}-grant",
                """{ "principal": "arn:aws:iam::1:role/analyst", "permissions": ["SELECT"], "table": { "databaseName": "sales", "wildcard": true } }""",
                region);
        }

        return graph;
    }
}
