using DrInfra.Recovery;

namespace DrInfra.Infra.Settings;

/// <summary>How tables refer to their files, which decides how they travel to another Region.</summary>
public enum CatalogueFormat
{
    /// <summary>Iceberg: metadata with absolute paths. Engines make the tables; the newest complete metadata is registered in the other Region.</summary>
    Iceberg,

    /// <summary>Delta Lake: a log with relative paths.</summary>
    Delta,

    /// <summary>Parquet in folders, which the catalogue knows, or computes.</summary>
    Hive,
}

/// <summary>Where consumers of a stream find the schema of a record.</summary>
public enum CatalogueSchemas
{
    /// <summary>With the record or its topic: it travels.</summary>
    Embedded,

    /// <summary>In a registry of each Region, whose version ids differ: not for records that are replicated.</summary>
    RegistryPerRegion,
}

/// <summary>A database of the Glue Data Catalog in each Region, over a bucket of the same workload and its copy.</summary>
/// <param name="Of">The name of the bucket among the workload's stores.</param>
/// <param name="Format">Default: iceberg.</param>
/// <param name="Schemas">Default: embedded.</param>
/// <param name="Tables">What is declared; none for Iceberg, whose engines make the tables.</param>
public sealed record CatalogueStore(
    string Name,
    double SizeGb,
    double ChangeGbPerDay,
    string Of,
    CatalogueFormat Format,
    CatalogueSchemas Schemas,
    IReadOnlyList<CatalogueTable> Tables) : StoreSettings(Name, SizeGb, ChangeGbPerDay)
{
    /// <inheritdoc />
    public override string Kind => "catalogue";

    /// <inheritdoc />
    public override IReadOnlyList<Disruption> None => [Disruption.Account];
}

/// <summary>A table that is declared.</summary>
/// <param name="Name">Lower-case letters, digits and underscores; up to 128 characters.</param>
/// <param name="Path">Where its files are in the bucket, without slashes at the ends. Default: its name.</param>
/// <param name="Columns">Names and types of Hive, in order; none for Delta, whose log has them.</param>
/// <param name="Partitions">What its folders are named by, in order; may be empty.</param>
public sealed record CatalogueTable(
    string Name, string Path, IReadOnlyList<KeyValuePair<string, string>> Columns, IReadOnlyList<CataloguePartition> Partitions);

/// <summary>A level of folders.</summary>
/// <param name="Name">Its column.</param>
/// <param name="Type">A type of Hive.</param>
/// <param name="Values">The values that engines compute folders from: <c>2024-01-01,NOW</c>, <c>0,23</c> or a list; null where folders are registered.</param>
public sealed record CataloguePartition(string Name, string Type, string? Values);
