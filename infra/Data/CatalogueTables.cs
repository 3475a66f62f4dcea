using DrInfra.Infra.Settings;
using Pulumi;
using Glue = Pulumi.Aws.Glue.Inputs;

namespace DrInfra.Infra.Data;

/// <summary>What a declared table is made of, by its format.</summary>
public static class CatalogueTables
{
    private static readonly string[] Integers = ["bigint", "int", "smallint", "tinyint"];

    /// <summary>
    /// The parameters by which engines know the format, and compute folders where every level has values (partition projection,
    /// https://docs.aws.amazon.com/athena/latest/ug/partition-projection-supported-types.html).
    /// </summary>
    public static InputMap<string> Parameters(CatalogueFormat format, CatalogueTable table)
    {
        var parameters = new Dictionary<string, string> { ["EXTERNAL"] = "TRUE" };
        if (format == CatalogueFormat.Delta)
        {
            parameters["spark.sql.sources.provider"] = "delta";
            parameters["classification"] = "delta";
            return parameters;
        }

        parameters["classification"] = "parquet";
        if (table.Partitions.Count > 0 && table.Partitions.All(partition => partition.Values is not null))
        {
            parameters["projection.enabled"] = "true";
            foreach (var partition in table.Partitions)
            {
                foreach (var (name, value) in Projection(partition))
                {
                    parameters[$"projection.{partition.Name}.{name}"] = value;
                }
            }
        }

        return parameters;
    }

    /// <summary>The levels of folders.</summary>
    public static InputList<Glue.CatalogTablePartitionKeyArgs> PartitionKeys(CatalogueTable table) =>
        table.Partitions.Select(partition => new Glue.CatalogTablePartitionKeyArgs { Name = partition.Name, Type = partition.Type }).ToArray();

    /// <summary>Where the files are, and how they are read.</summary>
    /// <param name="format">The format.</param>
    /// <param name="table">The table.</param>
    /// <param name="location">The path of its folder.</param>
    public static Glue.CatalogTableStorageDescriptorArgs Storage(CatalogueFormat format, CatalogueTable table, string location) =>
        format == CatalogueFormat.Delta
            ? new()
            {
                Location = location,
                SerDeInfo = new Glue.CatalogTableStorageDescriptorSerDeInfoArgs { Parameters = { ["path"] = location } },
            }
            : new()
            {
                Location = location,
                InputFormat = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetInputFormat",
                OutputFormat = "org.apache.hadoop.hive.ql.io.parquet.MapredParquetOutputFormat",
                SerDeInfo = new Glue.CatalogTableStorageDescriptorSerDeInfoArgs
                {
                    SerializationLibrary = "org.apache.hadoop.hive.ql.io.parquet.serde.ParquetHiveSerDe",
                },
                Columns = table.Columns.Select(column =>
                    new Glue.CatalogTableStorageDescriptorColumnArgs { Name = column.Key, Type = column.Value }).ToArray(),
            };

    private static IEnumerable<(string Name, string Value)> Projection(CataloguePartition partition) => partition.Type switch
    {
        "date" => [("type", "date"), ("range", partition.Values!), ("format", "yyyy-MM-dd")],
        _ when Integers.Contains(partition.Type, StringComparer.Ordinal) => [("type", "integer"), ("range", partition.Values!)],
        _ => [("type", "enum"), ("values", partition.Values!)],
    };
}
