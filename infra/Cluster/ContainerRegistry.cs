using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Cluster;

/// <summary>What <see cref="ContainerRegistry"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Images">The images of all pods; one may be there several times.</param>
/// <param name="KeyArn">The key of this Region that images are encrypted with.</param>
/// <param name="Replicates">Whether this pair decides what the registry replicates: an account has one configuration for it in a Region.</param>
public sealed record ContainerRegistryArgs(RegionContext Region, IReadOnlyList<ContainerImage> Images, Output<string> KeyArn, bool Replicates);

/// <summary>
/// The images of a Region: a repository for each, and what is pushed here is copied to the other Region, so that pods pull from their
/// own. Either Region declares its repositories: replication would make them without key, scan and immutable tags. It copies only what is
/// pushed after it is there.
/// </summary>
[Practices("H4", "B*")]
public sealed class ContainerRegistry : ComponentResource
{
    /// <summary>Declares repositories and replication.</summary>
    public ContainerRegistry(string name, ContainerRegistryArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:cluster:ContainerRegistry", name, options)
    {
        var region = args.Region;
        var repositories = args.Images
            .Select(image => image.Repository)
            .Distinct(StringComparer.Ordinal)
            .Select(image => Declare(args, image))
            .ToArray();
        if (args.Replicates)
        {
            _ = new Aws.Ecr.ReplicationConfiguration($"image-replication-{region.Region}", new Aws.Ecr.ReplicationConfigurationArgs
            {
                ReplicationConfigurationDetails = new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationArgs
                {
                    Rules =
                    {
                        new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleArgs
                        {
                            Destinations =
                            {
                                new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleDestinationArgs
                                {
                                    Region = region.Identity.Regions.OtherThan(region.Region),
                                    RegistryId = region.AccountId,
                                },
                            },
                            RepositoryFilters =
                            {
                                new Aws.Ecr.Inputs.ReplicationConfigurationReplicationConfigurationRuleRepositoryFilterArgs
                                {
                                    Filter = region.Names.ImagePrefix,
                                    FilterType = "PREFIX_MATCH",
                                },
                            },
                        },
                    },
                },
            }, region.DataChild(this, repositories));
        }

        Region = Output.Create(region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>An image as the pods of a Region pull it: from their own Region.</summary>
    public static string ImageIn(RegionContext region, ContainerImage image)
    {
        var (registry, name) = RepositoryIn(region, image);
        return $"{registry}/{name}{image.Version}";
    }

    /// <summary>The registry of a Region, and the repository of an image in it.</summary>
    public static (string Registry, string Name) RepositoryIn(RegionContext region, ContainerImage image) =>
        (Arns.Registry(region.Region, region.AccountId), region.Names.ImageRepository(image.Repository));

    // No name of an image has two hyphens in a row, so a/b and a-b stay apart.
    private static string LogicalName(string image) => image.Replace("/", "--", StringComparison.Ordinal);

    // Of the platform, not of a workload: an image is no data of it. Who loses it pushes it again.
    private Aws.Ecr.Repository Declare(ContainerRegistryArgs args, string image) =>
        new($"{LogicalName(image)}-images-{args.Region.Region}", new Aws.Ecr.RepositoryArgs
        {
            Name = args.Region.Names.ImageRepository(image),
            ImageTagMutability = "IMMUTABLE",
            ImageScanningConfiguration = new Aws.Ecr.Inputs.RepositoryImageScanningConfigurationArgs { ScanOnPush = true },
            EncryptionConfigurations =
            {
                new Aws.Ecr.Inputs.RepositoryEncryptionConfigurationArgs { EncryptionType = "KMS", KmsKey = args.KeyArn },
            },
            Tags = args.Region.Tags(args.Region.Shared),
        }, args.Region.DataChild(this));
}
