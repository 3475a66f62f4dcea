using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="Catalogue"/> needs.</summary>
/// <param name="Workload">The workload.</param>
/// <param name="Store">The catalogue.</param>
/// <param name="Bucket">The bucket with the objects, in both Regions.</param>
/// <param name="Primary">The primary Region.</param>
/// <param name="Standby">The standby Region.</param>
/// <param name="PrimaryEncryption">The primary Region's setting; null where another pair owns it.</param>
/// <param name="StandbyEncryption">The standby Region's setting; null where another pair owns it.</param>
public sealed record CatalogueArgs(
    WorkloadSettings Workload,
    CatalogueStore Store,
    ReplicatedBucket Bucket,
    RegionContext Primary,
    RegionContext Standby,
    CatalogueEncryption? PrimaryEncryption,
    CatalogueEncryption? StandbyEncryption);

/// <summary>
/// A catalogue in each Region over the bucket of that Region, in the primary's stack alone, as the buckets are. Both are alike: which one is
/// used, clients decide by their Region.
/// </summary>
[Practices("F1", "H5", "B*")]
public sealed class Catalogue : ComponentResource
{
    /// <summary>Declares both.</summary>
    public Catalogue(string name, CatalogueArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:Catalogue", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        RegionalCatalogue In(RegionContext region, RegionalBucket bucket, CatalogueEncryption? encryption) => new(
            $"{name}-{region.Region}",
            new RegionalCatalogueArgs(region, args.Workload, args.Store, bucket, encryption is null ? [] : [encryption.Setting]),
            child);

        DatabaseName = In(args.Primary, args.Bucket.Primary, args.PrimaryEncryption).DatabaseName;
        _ = In(args.Standby, args.Bucket.Standby, args.StandbyEncryption);
        Region = Output.Create(ResourceTags.Global);
        RegisterOutputs();
    }

    /// <summary><c>global</c>: it spans the pair, and its children say their own Regions.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The database's name, in both Regions.</summary>
    [Output("databaseName")]
    public Output<string> DatabaseName { get; private set; }
}
