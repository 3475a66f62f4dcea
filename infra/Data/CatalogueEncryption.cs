using DrInfra.Infra.Conventions;
using Pulumi;
using Aws = Pulumi.Aws;
using Glue = Pulumi.Aws.Glue.Inputs;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="CatalogueEncryption"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="KeyArn">The key of this Region.</param>
public sealed record CatalogueEncryptionArgs(RegionContext Region, Output<string> KeyArn);

/// <summary>
/// The key of a Region's Glue Data Catalog. An account has one catalogue in a Region, with one setting, so it belongs to the pair that owns the
/// account's defaults. What is in the catalogue already stays as it is.
/// </summary>
public sealed class CatalogueEncryption : ComponentResource
{
    /// <summary>Declares the setting.</summary>
    public CatalogueEncryption(string name, CatalogueEncryptionArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:CatalogueEncryption", name, options)
    {
        Setting = new Aws.Glue.DataCatalogEncryptionSettings(
            $"catalogue-encryption-{args.Region.Region}",
            new Aws.Glue.DataCatalogEncryptionSettingsArgs
            {
                CatalogId = args.Region.AccountId,
                DataCatalogEncryptionSettingsConfig = new Glue.DataCatalogEncryptionSettingsDataCatalogEncryptionSettingsArgs
                {
                    EncryptionAtRest = new Glue.DataCatalogEncryptionSettingsDataCatalogEncryptionSettingsEncryptionAtRestArgs
                    {
                        CatalogEncryptionMode = "SSE-KMS",
                        SseAwsKmsKeyId = args.KeyArn,
                    },
                    ConnectionPasswordEncryption = new Glue.DataCatalogEncryptionSettingsDataCatalogEncryptionSettingsConnectionPasswordEncryptionArgs
                    {
                        ReturnConnectionPasswordEncrypted = true,
                        AwsKmsKeyId = args.KeyArn,
                    },
                },
            },
            args.Region.Child(this));
        Region = Output.Create(args.Region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The setting, which is there before anything is written into the catalogue.</summary>
    public Resource Setting { get; }
}
