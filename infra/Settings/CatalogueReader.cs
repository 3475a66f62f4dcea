using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Infra.Settings;

/// <summary>Reads what a catalogue has beside the rest of the stores.</summary>
internal static class CatalogueReader
{
    private const string TypeAllowed = "a type of Hive, for example bigint, string, date or decimal(12,2)";

    private static readonly Dictionary<string, CatalogueFormat> Formats = new()
    {
        ["iceberg"] = CatalogueFormat.Iceberg,
        ["delta"] = CatalogueFormat.Delta,
        ["hive"] = CatalogueFormat.Hive,
    };

    private static readonly Dictionary<string, CatalogueSchemas> Schemas = new()
    {
        ["embedded"] = CatalogueSchemas.Embedded,
        ["registry-per-region"] = CatalogueSchemas.RegistryPerRegion,
    };

    public static CatalogueStore Read(SettingsMap node, string name, double sizeGb, double changeGbPerDay)
    {
        var format = node.Choice("format", Formats, CatalogueFormat.Iceberg);
        return new CatalogueStore(
            name,
            sizeGb,
            changeGbPerDay,
            node.Text("of", SettingsPatterns.StoreName, "the name of a bucket of the workload"),
            format,
            node.Choice("schemas", Schemas, CatalogueSchemas.Embedded),
            ReadTables(node, format));
    }

    /// <summary>Refuses what does not fit the other stores of the workload.</summary>
    public static void Check(SettingsMap node, CatalogueStore catalogue, IReadOnlyList<StoreSettings> stores)
    {
        string[] buckets = [.. stores.OfType<BucketStore>().Select(bucket => bucket.Name)];
        if (catalogue.Of.Length > 0 && !buckets.Contains(catalogue.Of, StringComparer.Ordinal))
        {
            node.Problem(
                "of", NearestName.Hint("no bucket of the workload has this name", NearestName.Of(catalogue.Of, buckets)),
                buckets.Length == 0 ? "a store of kind bucket in this workload" : string.Join(", ", buckets));
        }

        // A replicated record carries the id of its schema's version, which the other Region's registry does not know.
        if (catalogue.Schemas == CatalogueSchemas.RegistryPerRegion && stores.Any(store => store.Kind == "stream"))
        {
            node.Problem(
                "schemas", "the workload has a stream, whose replicated records carry ids of one Region's registry", "embedded");
        }
    }

    private static List<CatalogueTable> ReadTables(SettingsMap node, CatalogueFormat format)
    {
        var nodes = node.Maps("tables");
        if (format == CatalogueFormat.Iceberg)
        {
            if (nodes.Count > 0)
            {
                node.Problem(
                    "tables", "engines make the tables of Iceberg: an update of a declared one takes its metadata away", "nothing; or format: delta, hive");
            }

            return [];
        }

        if (nodes.Count == 0)
        {
            node.Problem("tables", "missing: nothing else declares them in both Regions", "at least one table; or format: iceberg");
        }

        var tables = nodes.Select(table => ReadTable(table, format)).ToList();
        WorkloadReader.RefuseDuplicates(nodes, tables, table => table.Name, "name");
        return tables;
    }

    private static CatalogueTable ReadTable(SettingsMap node, CatalogueFormat format)
    {
        var name = node.Text("name", SettingsPatterns.CatalogueName, SettingsPatterns.CatalogueNameAllowed);
        var path = node.OptionalText("path", SettingsPatterns.ObjectPath, "folders of the bucket, without a slash at either end, for example sales/orders");
        var columns = ReadColumns(node, format);
        var partitions = node.Maps("partitions");
        if (format == CatalogueFormat.Delta && partitions.Count > 0)
        {
            node.Problem("partitions", "the log of a Delta table has them", "nothing; or format: hive");
        }

        var table = new CatalogueTable(name, path ?? name, columns, [.. partitions.Select(ReadPartition)]);
        node.RefuseUnknownKeys();
        return table;
    }

    private static List<KeyValuePair<string, string>> ReadColumns(SettingsMap node, CatalogueFormat format)
    {
        if (format == CatalogueFormat.Delta)
        {
            if (node.Has("columns"))
            {
                node.Problem("columns", "the log of a Delta table has them", "nothing; or format: hive");
            }

            return [];
        }

        var columns = node.Map("columns");
        if (columns is null || columns.Members.Count == 0)
        {
            node.Problem("columns", "missing", "names and types, for example {id: bigint, placed: timestamp}");
            return [];
        }

        return [.. columns.Members.Select(member => KeyValuePair.Create(member.Key, columns.Text(member.Key, SettingsPatterns.HiveType, TypeAllowed)))];
    }

    private static CataloguePartition ReadPartition(SettingsMap node)
    {
        var partition = new CataloguePartition(
            node.Text("name", SettingsPatterns.CatalogueName, SettingsPatterns.CatalogueNameAllowed),
            node.Text("type", SettingsPatterns.HiveType, TypeAllowed, "string"),
            node.OptionalText("values", SettingsPatterns.Any, "a range, for example 2024-01-01,NOW or 0,23; or a list of values"));
        node.RefuseUnknownKeys();
        return partition;
    }
}
