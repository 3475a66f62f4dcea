using DrInfra.Tests.Policies.Rules.Storage;

namespace DrInfra.Tests.Policies.Rules.Catalogues;

/// <summary>A catalogue in each of two Regions, over a bucket that replicates both ways.</summary>
internal static class ReplicatedCatalogue
{
    public const string Database = "aws:glue/catalogDatabase:CatalogDatabase";
    public const string Table = "aws:glue/catalogTable:CatalogTable";
    public const string Crawler = "aws:glue/crawler:Crawler";
    public const string Partition = "aws:glue/partition:Partition";
    public const string Home = "eu-west-1";
    public const string Other = "eu-central-1";

    private static readonly (string Side, string Region)[] Sides = [("home", Home), ("other", Other)];

    /// <summary>Tables of Parquet in both Regions, each over the bucket of its own.</summary>
    public static TestGraph Parquet() => DatabasesOnly().Tables("home", Home).Tables("other", Other);

    /// <summary>Databases alone.</summary>
    /// <param name="more">Members of their inputs beside the name; <c>REGION</c> is that of each.</param>
    public static TestGraph DatabasesOnly(string more = "")
    {
        var graph = ReplicatedBuckets.Graph().ChangeAll("s3:ReplicateDelete", "s3:Replicate*");
        foreach (var (side, region) in Sides)
        {
            graph.Add(Database, $"{side}-sales", $$"""{ "name": "sales"{{In(more, region)}} }""", region);
        }

        return graph;
    }

    /// <summary>The table of a Region.</summary>
    /// <param name="more">Members of its inputs beside names and location; <c>REGION</c> is its Region.</param>
    public static TestGraph Tables(this TestGraph graph, string side, string region, string more = "") => graph.Add(
        Table, $"{side}-orders", $$"""
        { "name": "orders", "databaseName": "sales", "storageDescriptor": { "location": "s3://data-{{region}}/orders/" }{{In(more, region)}} }
        """, region);

    /// <summary>Iceberg in both Regions; access points where they are wanted.</summary>
    public static TestGraph Iceberg(bool accessPoints = true)
    {
        const string Parameters = """, "parameters": { "table_type": "ICEBERG", "metadata_location": "s3://data-REGION/orders/metadata/00007.json" }""";
        var graph = DatabasesOnly().Tables("home", Home, Parameters).Tables("other", Other, Parameters);
        foreach (var (side, region) in accessPoints ? Sides : [])
        {
            graph.Add("aws:s3/accessPoint:AccessPoint", $"{side}-point", $$"""{ "name": "sales", "bucket": "data-{{region}}" }""", region);
        }

        return graph;
    }

    private static string In(string text, string region) => string.Join(region, text.Split("REGION"));
}
