using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Tests.Infra.Data;

namespace DrInfra.Tests.Infra.Settings;

public class CatalogueReaderTests
{
    [Fact]
    public void Catalogue_IsOfIcebergAndHasItsSchemasWithTheRecords()
    {
        var catalogue = Read(""" "format":"iceberg" """);

        Assert.Equal(("curated", CatalogueFormat.Iceberg, CatalogueSchemas.Embedded), (catalogue.Of, catalogue.Format, catalogue.Schemas));
        Assert.Empty(catalogue.Tables);
    }

    [Fact]
    public void Tables_KeepTheOrderOfColumnsAndPartitions()
    {
        var table = Assert.Single(Read(Catalogued.Hive).Tables);

        Assert.Equal("sales/orders", table.Path);
        Assert.Equal(["id bigint", "total decimal(12,2)"], table.Columns.Select(column => $"{column.Key} {column.Value}"));
        Assert.Equal(
            ["day date 2024-01-01,NOW", "shop int 0,9", "kind string web,post"],
            table.Partitions.Select(level => $"{level.Name} {level.Type} {level.Values}"));
        Assert.Equal("orders", Assert.Single(Read(Catalogued.Delta).Tables).Path);
    }

    [Theory]
    [InlineData(""" "format":"parquet" """, "format", "not an allowed value")]
    [InlineData(""" "schemas":"registry" """, "schemas", "not an allowed value")]
    [InlineData(""" "format":"hive" """, "tables", "nothing else declares them in both Regions")]
    [InlineData(""" "format":"delta","tables":[]""", "tables", "nothing else declares them in both Regions")]
    [InlineData(""" "format":"iceberg","tables":[{"name":"orders"}]""", "tables", "engines make the tables of Iceberg")]
    [InlineData(""" "format":"delta","tables":[{"name":"orders"},{"name":"orders"}]""", "tables[1].name", "duplicate")]
    [InlineData(""" "format":"delta","tables":[{"name":"Orders"}]""", "tables[0].name", "not in the expected format")]
    [InlineData(""" "format":"delta","tables":[{"name":"orders","path":"/orders"}]""", "tables[0].path", "not in the expected format")]
    [InlineData(""" "format":"delta","tables":[{"name":"orders","columns":{"id":"int"}}]""", "tables[0].columns", "the log of a Delta table has them")]
    [InlineData(
        """ "format":"delta","tables":[{"name":"orders","partitions":[{"name":"day"}]}]""", "tables[0].partitions", "the log of a Delta table has them")]
    [InlineData(""" "format":"hive","tables":[{"name":"orders"}]""", "tables[0].columns", "missing")]
    [InlineData(""" "format":"hive","tables":[{"name":"orders","columns":{"id":"INT"}}]""", "tables[0].columns.id", "not in the expected format")]
    [InlineData(""" "format":"delta","tables":[{"name":"orders","owner":"x"}]""", "tables[0].owner", "unknown key")]
    public void MistakeInACatalogue_IsNamed(string catalogue, string where, string what) =>
        AssertProblem(Catalogued.With(catalogue), $"drinfra:workloads[0].stores[1].{where}", what);

    [Fact]
    public void CatalogueOfABucketThatIsNotThere_IsNamedWithTheNearest() => AssertProblem(
        ("workloads", Catalogued.With().Value!.Change("\"of\":\"curated\"", "\"of\":\"curate\"")), "drinfra:workloads[0].stores[1].of", "curated");

    [Fact]
    public void CatalogueWithoutAnyBucket_IsRefused() => AssertProblem(
        ("workloads", Catalogued.With().Value!.Change("\"kind\":\"bucket\"", "\"kind\":\"table\"")), "drinfra:workloads[0].stores[1].of", "no bucket");

    private static CatalogueStore Read(string catalogue) => Configurations.PrimarySettings(Catalogued.With(catalogue)).Workloads[0].Catalogues.Single();

    private static void AssertProblem((string Key, string? Value) change, string where, string what)
    {
        var problems = Assert.Throws<ProblemsException>(() => PlatformSettingsReader.Read(Configurations.Primary(change))).Problems;

        Assert.Contains(problems, problem => $"{problem.Where} {problem}" is var text
            && text.Contains(where, StringComparison.Ordinal) && text.Contains(what, StringComparison.Ordinal));
    }
}
