using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using Pulumi;
using Aws = Pulumi.Aws;
using Glue = Pulumi.Aws.Glue.Inputs;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="RegionalCatalogue"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Catalogue">The catalogue.</param>
/// <param name="Bucket">The Region's own bucket with the objects.</param>
/// <param name="After">What has to be there before anything is written into the catalogue.</param>
public sealed record RegionalCatalogueArgs(
    RegionContext Region, WorkloadSettings Workload, CatalogueStore Catalogue, RegionalBucket Bucket, IReadOnlyList<Resource> After);

/// <summary>
/// A database of the Glue Data Catalog in one Region, over the bucket of the same Region. The service copies no catalogue, so each Region has its
/// own, of the same name. Identities and permissions are those of IAM alone: grants of Lake Formation would have to be made in each Region.
/// </summary>
public sealed class RegionalCatalogue : ComponentResource
{
    private readonly RegionalCatalogueArgs _args;
    private readonly string _location;

    /// <summary>Declares the database and what is in it.</summary>
    public RegionalCatalogue(string name, RegionalCatalogueArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:RegionalCatalogue", name, options)
    {
        _args = args;
        var (region, workload, catalogue) = (args.Region, args.Workload, args.Catalogue);
        _location = $"s3://{args.Bucket.BucketName}/";
        var database = new Aws.Glue.CatalogDatabase(
            Logical("database"),
            new Aws.Glue.CatalogDatabaseArgs
            {
                Name = region.Names.CatalogueDatabase(workload.Name, catalogue.Name),
                Description = $"{catalogue.Name} of {workload.Name}, over its bucket in {region.Region}",
                LocationUri = _location,

                // Stated, so that a default of the account's Lake Formation does not shut out in one Region who is let in in the other.
                CreateTableDefaultPermissions =
                {
                    new Glue.CatalogDatabaseCreateTableDefaultPermissionArgs
                    {
                        Permissions = { "ALL" },
                        Principal = new Glue.CatalogDatabaseCreateTableDefaultPermissionPrincipalArgs
                        {
                            DataLakePrincipalIdentifier = "IAM_ALLOWED_PRINCIPALS",
                        },
                    },
                },
                Tags = region.Tags(Belonging.To(workload)),
            },
            region.DataChild(this, [args.Bucket.Bucket, .. args.After]));
        foreach (var table in catalogue.Tables)
        {
            Declare(table, database);
        }

        if (catalogue.Format == CatalogueFormat.Iceberg)
        {
            DeclareAccessPoint();
        }

        if (catalogue.Schemas == CatalogueSchemas.RegistryPerRegion)
        {
            _ = new Aws.Glue.Registry(
                Logical("registry"),
                new Aws.Glue.RegistryArgs
                {
                    RegistryName = region.Names.SchemaRegistry(workload.Name, catalogue.Name),
                    Description = $"Schemas of {workload.Name} in {region.Region}; the ids of their versions are of this Region alone",
                    Tags = region.Tags(Belonging.To(workload)),
                },
                region.DataChild(this));
        }

        Region = Output.Create(region.Region);
        DatabaseName = database.Name;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The database's name, the same in both Regions.</summary>
    [Output("databaseName")]
    public Output<string> DatabaseName { get; private set; }

    private string Logical(string part) => $"{_args.Workload.Name}-{_args.Catalogue.Name}-{part}-{_args.Region.Region}";

    private void Declare(CatalogueTable table, Aws.Glue.CatalogDatabase database) => _ = new Aws.Glue.CatalogTable(
        Logical(table.Name),
        new Aws.Glue.CatalogTableArgs
        {
            DatabaseName = database.Name,
            Name = table.Name,
            TableType = "EXTERNAL_TABLE",
            Parameters = CatalogueTables.Parameters(_args.Catalogue.Format, table),
            PartitionKeys = CatalogueTables.PartitionKeys(table),
            StorageDescriptor = CatalogueTables.Storage(_args.Catalogue.Format, table, $"{_location}{table.Path}/"),
        },
        _args.Region.DataChild(this, [.. _args.After]));

    // Iceberg writes the bucket's name into all metadata. Engines that map the names of both buckets to this access point read and write the
    // Region's own (catalog property s3.access-points.BUCKET, https://iceberg.apache.org/docs/latest/aws/#s3-access-points).
    private void DeclareAccessPoint() => _ = new Aws.S3.AccessPoint(
        Logical("access-point"),
        new Aws.S3.AccessPointArgs
        {
            Name = _args.Region.Names.AccessPoint(_args.Workload.Name, _args.Catalogue.Name, _args.Region.Region),
            Bucket = _args.Bucket.Bucket.Id,
            PublicAccessBlockConfiguration = new Aws.S3.Inputs.AccessPointPublicAccessBlockConfigurationArgs
            {
                BlockPublicAcls = true,
                BlockPublicPolicy = true,
                IgnorePublicAcls = true,
                RestrictPublicBuckets = true,
            },
            Tags = _args.Region.Tags(Belonging.To(_args.Workload)),
        },
        _args.Region.DataChild(this));
}
