using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="ClosedBucket"/> needs.</summary>
/// <param name="Name">The bucket's name.</param>
/// <param name="Belonging">Whom it belongs to.</param>
/// <param name="KeyArn">The key that objects are encrypted with; null = keys of S3.</param>
internal sealed record ClosedBucketArgs(string Name, Belonging Belonging, Output<string>? KeyArn)
{
    /// <summary>Whether objects can be locked; it cannot be changed later. Default: no.</summary>
    public bool ObjectLock { get; init; }

    /// <summary>What the bucket's policy says beside the refusal of plain HTTP. Default: nothing.</summary>
    public IReadOnlyList<Statement> MoreStatements { get; init; } = [];

    /// <summary>What has to be there before the policy is made. Default: nothing.</summary>
    public IReadOnlyList<Resource> PolicyAfter { get; init; } = [];
}

/// <summary>
/// What every bucket of the platform is: versioned, encrypted, closed to the public and to plain HTTP, owner of its objects. A part of
/// the component that declares it, not one of its own.
/// </summary>
internal sealed class ClosedBucket
{
    public ClosedBucket(RegionContext region, Resource parent, Func<string, string> logical, ClosedBucketArgs args)
    {
        Bucket = new Aws.S3.Bucket(logical("bucket"), new Aws.S3.BucketArgs
        {
            BucketName = args.Name,
            ForceDestroy = false,
            ObjectLockEnabled = args.ObjectLock,
            Tags = region.Tags(args.Belonging),
        }, region.DataChild(parent));
        Versioning = new Aws.S3.BucketVersioning(logical("versioning"), new Aws.S3.BucketVersioningArgs
        {
            Bucket = Bucket.Id,
            VersioningConfiguration = new Aws.S3.Inputs.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, region.DataChild(parent));
        _ = new Aws.S3.BucketServerSideEncryptionConfiguration(logical("encryption"), new Aws.S3.BucketServerSideEncryptionConfigurationArgs
        {
            Bucket = Bucket.Id,
            Rules = { Encryption(args.KeyArn) },
        }, region.Child(parent));
        var block = new Aws.S3.BucketPublicAccessBlock(logical("public-access-block"), new Aws.S3.BucketPublicAccessBlockArgs
        {
            Bucket = Bucket.Id,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, region.Child(parent));
        _ = new Aws.S3.BucketOwnershipControls(logical("ownership"), new Aws.S3.BucketOwnershipControlsArgs
        {
            Bucket = Bucket.Id,
            Rule = new Aws.S3.Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, region.Child(parent));

        // S3 refuses two changes of these settings at once, so they follow each other.
        Policy = new Aws.S3.BucketPolicy(logical("policy"), new Aws.S3.BucketPolicyArgs
        {
            Bucket = Bucket.Id,
            Policy = BucketPolicy.Of(args.Name, args.MoreStatements),
        }, region.Child(parent, [block, .. args.PolicyAfter]));
    }

    /// <summary>The bucket.</summary>
    public Aws.S3.Bucket Bucket { get; }

    /// <summary>Its versioning, without which there is no replication, no lock and no rule on old versions.</summary>
    public Aws.S3.BucketVersioning Versioning { get; }

    /// <summary>Its policy, without which services may not write.</summary>
    public Aws.S3.BucketPolicy Policy { get; }

    private static Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs Encryption(Output<string>? keyArn)
    {
        var byDefault = new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs
        {
            SseAlgorithm = keyArn is null ? "AES256" : "aws:kms",
        };
        var rule = new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs { ApplyServerSideEncryptionByDefault = byDefault };
        if (keyArn is not null)
        {
            byDefault.KmsMasterKeyId = keyArn;
            rule.BucketKeyEnabled = true;
        }

        return rule;
    }
}
