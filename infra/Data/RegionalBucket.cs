using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Protocol;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="RegionalBucket"/> needs.</summary>
/// <param name="Region">The bucket's Region.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Bucket">The bucket.</param>
/// <param name="KeyArn">The key of this Region.</param>
public sealed record RegionalBucketArgs(RegionContext Region, WorkloadSettings Workload, BucketStore Bucket, Output<string> KeyArn);

/// <summary>
/// A bucket of one Region: versioned, encrypted with the Region's key, closed to the public and to plain HTTP, owner of its objects,
/// with old versions kept for as long as corruption may stay unnoticed, and locked where the tier says so.
/// </summary>
[Practices("B2", "B5")]
public sealed class RegionalBucket : ComponentResource
{
    /// <summary>Declares the bucket.</summary>
    public RegionalBucket(string name, RegionalBucketArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:RegionalBucket", name, options)
    {
        var region = args.Region;
        var tier = args.Workload.Tier;
        BucketName = region.Names.Bucket(args.Workload.Name, args.Bucket.Name, region.Region);
        var logicalName = $"{args.Workload.Name}-{args.Bucket.Name}";
        string Logical(string part) => $"{logicalName}-{part}-{region.Region}";

        var closed = new ClosedBucket(
            region,
            this,
            Logical,
            new ClosedBucketArgs(BucketName, Belonging.To(args.Workload), args.KeyArn) { ObjectLock = tier.ImmutableDays > 0 });
        var bucket = closed.Bucket;
        Versioning = closed.Versioning;
        _ = new Aws.S3.BucketLifecycleConfiguration(Logical("lifecycle"), new Aws.S3.BucketLifecycleConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules = Rules(args),
        }, region.Child(this, Versioning));
        if (tier.ImmutableDays > 0)
        {
            _ = new Aws.S3.BucketObjectLockConfiguration(Logical("object-lock"), new Aws.S3.BucketObjectLockConfigurationArgs
            {
                Bucket = bucket.Id,
                Rule = new Aws.S3.Inputs.BucketObjectLockConfigurationRuleArgs
                {
                    DefaultRetention = new Aws.S3.Inputs.BucketObjectLockConfigurationRuleDefaultRetentionArgs
                    {
                        Mode = "COMPLIANCE",
                        Days = tier.ImmutableDays,
                    },
                },
            }, region.DataChild(this, Versioning));
        }

        Bucket = bucket;
        Region = Output.Create(region.Region);
        BucketId = bucket.Id;
        RegisterOutputs();
    }

    private static Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs[] Rules(RegionalBucketArgs args)
    {
        var tier = args.Workload.Tier;
        var versions = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs
        {
            Id = "keep-old-versions-while-corruption-may-be-unnoticed",
            Status = "Enabled",
            Filter = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = string.Empty },
            NoncurrentVersionExpiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
            {
                NoncurrentDays = Retention.NoncurrentVersionDays(tier),
            },
            AbortIncompleteMultipartUpload = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
            {
                DaysAfterInitiation = 7,
            },
        };
        return !args.Workload.Pipelines.Any(pipeline => pipeline.Savepoints?.In == args.Bucket.Name) ? [versions] :
        [
            versions,
            new Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs
            {
                // Results that a job got wrong are computed again from a savepoint before the damage.
                Id = "keep-savepoints-while-corruption-may-be-unnoticed",
                Status = "Enabled",
                Filter = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = $"{SavepointProtocol.Root}/" },
                Expiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = Retention.NoncurrentVersionDays(tier) },
            },
        ];
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The bucket's name, once it is there.</summary>
    [Output("bucketName")]
    public Output<string> BucketId { get; private set; }

    /// <summary>The bucket's name, computed.</summary>
    public string BucketName { get; }

    /// <summary>The bucket.</summary>
    public Aws.S3.Bucket Bucket { get; }

    /// <summary>Its versioning, without which no replication rule can be made.</summary>
    public Aws.S3.BucketVersioning Versioning { get; }
}
