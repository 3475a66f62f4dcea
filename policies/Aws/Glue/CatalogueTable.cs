namespace DrInfra.Policies.Aws.Glue;

/// <summary>How the files of a table refer to each other, which decides what their copy is worth.</summary>
internal enum TableFormat
{
    /// <summary>Files in folders; the catalogue knows the folders.</summary>
    Files,

    /// <summary>A log with paths relative to the table: it travels, once all files that it names have arrived.</summary>
    RelativeLog,

    /// <summary>Metadata with absolute paths, and a catalogue that names the newest of it.</summary>
    Iceberg,
}

/// <summary>A table of the Glue Data Catalog, as its program states it.</summary>
internal readonly record struct CatalogueTable(Node Node)
{
    private const int MostDepth = 5;

    // Where engines state the format.
    private static readonly string[] FormatParameters = ["table_type", "spark.sql.sources.provider", "classification"];

    // Where a table was before is no place where anything is read.
    private static readonly string[] Former = ["previous_metadata_location"];

    public string? Name => Node["name"].Text?.ToLowerInvariant();

    public bool IsView => Node["tableType"].Text == "VIRTUAL_VIEW";

    public TableFormat Format
    {
        get
        {
            var parameters = Node["parameters"];
            string?[] words = [.. FormatParameters.Select(name => parameters[name].Text?.ToLowerInvariant())];
            return words.Contains("iceberg") || !parameters["metadata_location"].IsAbsent || !Node["openTableFormatInput"].IsAbsent ? TableFormat.Iceberg
                : words.Contains("delta") || words.Contains("hudi") ? TableFormat.RelativeLog
                : TableFormat.Files;
        }
    }

    /// <summary>Whether the catalogue has to be told of folders one by one.</summary>
    public bool HasPartitionsToRegister =>
        Format == TableFormat.Files && Node["partitionKeys"].Items.Count > 0 && Node["parameters"]["projection.enabled"].Text?.ToLowerInvariant() != "true";

    public Prop Location => Node["storageDescriptor"]["location"];

    /// <summary>The table, or the database, that it only leads to; absent where it is a table of its own.</summary>
    public Prop Link => Node["targetTable"];

    /// <summary>Every text of it that is a path of S3, without its location.</summary>
    public IEnumerable<Prop> OtherPaths => new[] { Node["parameters"], Node["storageDescriptor"], Node["openTableFormatInput"] }
        .SelectMany(block => Texts(block, MostDepth))
        .Where(text => text.Path != "storageDescriptor.location" && (text.IsKnown || LeadsSomewhere(text.Path)));

    // Of what is not known yet, only what is called a path can be one.
    private static bool LeadsSomewhere(string path) =>
        path.EndsWith("location", StringComparison.OrdinalIgnoreCase) || path.EndsWith("path", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith("location.template", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<Prop> Texts(Prop value, int depth)
    {
        if (depth == 0)
        {
            return [];
        }

        var members = value.Members.Where(member => !Former.Contains(member.Name, StringComparer.Ordinal)).Select(member => member.Value).ToArray();
        return members.Length > 0 ? members.SelectMany(member => Texts(member, depth - 1))
            : value.Value is ListValue ? value.Items.SelectMany(item => Texts(item, depth - 1))
            : [value];
    }
}
