namespace DrInfra.Policies.Aws.Glue;

/// <summary>A database of the Glue Data Catalog in one Region, with what is declared in it. Its own resource may be elsewhere.</summary>
/// <param name="Name">In lower case, as the service keeps it; null where only the deployment will tell.</param>
/// <param name="Node">The database; null where only its tables are in the graphs.</param>
internal sealed record CatalogueDatabase(string? Name, string? Region, Node? Node)
{
    public IReadOnlyList<CatalogueTable> Tables { get; private init; } = [];

    public IReadOnlyList<Node> Crawlers { get; private init; } = [];

    private IReadOnlyList<Node> Partitions { get; init; } = [];

    /// <summary>What stands for it.</summary>
    public Node First => Node ?? (Tables.Count > 0 ? Tables[0].Node : Crawlers[0]);

    /// <summary>The database and its tables.</summary>
    public IEnumerable<Node> Members => Tables.Select(table => table.Node).Prepend(Node).OfType<Node>();

    /// <summary>The database in another Region or service that it only leads to; absent where it is one of its own.</summary>
    public Prop Link => Node?["targetDatabase"] ?? default;

    public Prop Federation => Node?["federatedDatabase"] ?? default;

    public Prop Location => Node?["locationUri"] ?? default;

    /// <summary>All of an estate, those first that are resources.</summary>
    public static IReadOnlyList<CatalogueDatabase> In(Estate estate) => estate.Once(static estate => Read(estate).ToArray());

    /// <summary>Where a table lies that states no path: below its database.</summary>
    public DataPath? PathOf(Estate estate, CatalogueTable table) =>
        table.IsView || !table.Link.IsAbsent ? null
        : table.Location is { IsAbsent: false } own && own.Text != "" ? DataPath.Location(estate, table.Node, own)
        : Node is not null && DataPath.Of(estate, Node, Location) is { } above ? above.Below(table.Name ?? "")
        : null;

    /// <summary>Where a table, and all that it names, lies.</summary>
    public IEnumerable<DataPath> PathsOf(Estate estate, CatalogueTable table) =>
    [
        .. PathOf(estate, table) is { } main ? [main] : Array.Empty<DataPath>(),
        .. table.OtherPaths.Select(path => DataPath.Of(estate, table.Node, path)).OfType<DataPath>(),
        .. Partitions.Where(partition => partition["tableName"].Text?.ToLowerInvariant() == table.Name)
            .Select(partition => DataPath.Of(estate, partition, partition["storageDescriptor"]["location"])).OfType<DataPath>(),
    ];

    /// <summary>Where its crawlers look for tables.</summary>
    public IEnumerable<DataPath> CrawledPaths(Estate estate) => Crawlers
        .SelectMany(crawler => CrawledPaths(crawler).Select(path => DataPath.Of(estate, crawler, path))).OfType<DataPath>();

    private static IEnumerable<Prop> CrawledPaths(Node crawler) =>
    [
        .. crawler["s3Targets"].Items.Select(target => target["path"]),
        .. crawler["deltaTargets"].Items.SelectMany(target => target["deltaTables"].Items),
        .. crawler["icebergTargets"].Items.Concat(crawler["hudiTargets"].Items).SelectMany(target => target["paths"].Items),
    ];

    private static IEnumerable<CatalogueDatabase> Read(Estate estate)
    {
        var databases = estate.OfType(GlueTypes.CatalogDatabase);
        var of = estate.OfTypes(GlueTypes.CatalogTable, GlueTypes.Crawler, GlueTypes.Partition).ToLookup(part => KeyOf(estate, part));
        foreach (var database in databases)
        {
            yield return Made(NameOf(database["name"]), database.Region, database, of[(database, null, null)]);
        }

        foreach (var group in of.Where(group => group.Key.Database is null && group.Key.Name is not null)
            .OrderBy(group => group.Key.ToString(), StringComparer.Ordinal))
        {
            if (group.Any(part => part.Type != GlueTypes.Partition))
            {
                yield return Made(group.Key.Name, group.Key.Region, null, group);
            }
        }

        // What is made for a database that nothing tells yet is one by itself.
        foreach (var part in of[(null, null, null)].Where(part => part.Type == GlueTypes.CatalogTable))
        {
            yield return Made(null, part.Region, null, [part]);
        }
    }

    private static CatalogueDatabase Made(string? name, string? region, Node? node, IEnumerable<Node> parts)
    {
        var byType = parts.ToLookup(part => part.Type);
        return new CatalogueDatabase(name, region, node)
        {
            Tables = [.. byType[GlueTypes.CatalogTable].Select(table => new CatalogueTable(table))],
            Crawlers = [.. byType[GlueTypes.Crawler]],
            Partitions = [.. byType[GlueTypes.Partition]],
        };
    }

    // A name means the database of the same Region: another Region's has its own.
    private static (Node? Database, string? Region, string? Name) KeyOf(Estate estate, Node part)
    {
        var reference = estate.References.Follow(part, "databaseName", GlueTypes.CatalogDatabase);
        if (reference.Target is { } database && database.Region == part.Region)
        {
            return (database, null, null);
        }

        return NameOf(part["databaseName"]) is { } name ? (null, part.Region, name) : (null, null, null);
    }

    private static string? NameOf(Prop name) => name.Text?.ToLowerInvariant();
}
