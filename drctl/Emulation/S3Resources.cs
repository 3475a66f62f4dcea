using System.Collections.Immutable;

namespace DrInfra.Drctl.Emulation;

internal static class S3Resources
{
    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string BucketVersioning = "aws:s3/bucketVersioning:BucketVersioning";
    public const string BucketServerSideEncryptionConfiguration =
        "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    public const string BucketPublicAccessBlock = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    public const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";
    public const string BucketOwnershipControls = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    public const string BucketLifecycleConfiguration = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    public const string BucketReplicationConfig = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    public const string BucketObjectLockConfiguration = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";

    // Bucket names belong to the whole partition, but only one account is emulated.
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(Bucket, CreateBucket, IdentityScope.Account),
        new(BucketVersioning, request => SubResource(request).WithId(OwnedId(request)), IdentityScope.Account),
        new(BucketServerSideEncryptionConfiguration, request => SubResource(request).WithId(OwnedId(request)), IdentityScope.Account),
        new(BucketPublicAccessBlock, CreatePublicAccessBlock, IdentityScope.Account),
        new(BucketPolicy, request => SubResource(request).WithId(BucketOf(request)), IdentityScope.Account),
        new(BucketOwnershipControls, request => SubResource(request).WithId(BucketOf(request)), IdentityScope.Account),
        new(BucketLifecycleConfiguration, CreateLifecycle, IdentityScope.Account),
        new(BucketReplicationConfig, request => SubResource(request).Secret("token").WithId(BucketOf(request)), IdentityScope.Account),
        new(BucketObjectLockConfiguration, CreateObjectLock, IdentityScope.Account),
    ];

    private static EmulatedResource CreateBucket(EmulationRequest request)
    {
        var name = request.PhysicalName("bucket", "bucketPrefix");
        var owner = ImmutableDictionary<string, object>.Empty
            .Add("id", StableIds.Hex(64, "canonical-user", request.AccountId))
            .Add("permissions", ImmutableArray.Create<object>("FULL_CONTROL"))
            .Add("type", "CanonicalUser")
            .Add("uri", string.Empty);
        var algorithm = ImmutableDictionary<string, object>.Empty.Add("sseAlgorithm", "AES256").Add("kmsMasterKeyId", string.Empty);
        var rule = ImmutableDictionary<string, object>.Empty
            .Add("applyServerSideEncryptionByDefault", algorithm)
            .Add("bucketKeyEnabled", false);
        return EmulatedOutputs.InRegion(request)
            .Set("bucket", name)
            .Set("arn", $"arn:{request.Partition}:s3:::{name}")
            .Set("bucketRegion", request.Region)
            .Set("bucketDomainName", $"{name}.s3.{request.DnsSuffix}")
            .Set("bucketRegionalDomainName", $"{name}.s3.{request.Region}.{request.DnsSuffix}")
            .Set("hostedZoneId", "Z" + StableIds.Upper(13, "s3", request.Region))
            // The state a bucket has when it is made; what its sub-resources set appears here only after a refresh.
            .Default("versioning", ImmutableDictionary<string, object>.Empty.Add("enabled", false).Add("mfaDelete", false))
            .Default("serverSideEncryptionConfiguration", ImmutableDictionary<string, object>.Empty.Add("rule", rule))
            .Default("grants", ImmutableArray.Create<object>(owner))
            .Default("requestPayer", "BucketOwner")
            .Default("bucketNamespace", "global")
            .Off("forceDestroy", "objectLockEnabled")
            .EmptyLists("corsRules", "lifecycleRules")
            .EmptyTexts("accelerationStatus", "policy", "websiteDomain", "websiteEndpoint")
            .Tagged()
            .WithId(name);
    }

    private static EmulatedResource CreatePublicAccessBlock(EmulationRequest request) =>
        SubResource(request)
            .Off("blockPublicAcls", "blockPublicPolicy", "ignorePublicAcls", "restrictPublicBuckets", "skipDestroy")
            .WithId(BucketOf(request));

    private static EmulatedResource CreateLifecycle(EmulationRequest request) =>
        SubResource(request)
            .Default("transitionDefaultMinimumObjectSize", "all_storage_classes_128K")
            .EmptyTexts("expectedBucketOwner")
            .WithId(OwnedId(request));

    private static EmulatedResource CreateObjectLock(EmulationRequest request) =>
        SubResource(request).Default("objectLockEnabled", "Enabled").Secret("token").WithId(OwnedId(request));

    private static EmulatedOutputs SubResource(EmulationRequest request)
    {
        var found = request.Find(Bucket, request.Text("bucket"));
        if (found?.Outputs.GetValueOrDefault("region") is string region && region != request.Region)
        {
            throw request.Refuse(
                "bucket",
                request.Text("bucket"),
                $"that bucket is in {region} while this resource's provider is in {request.Region}.");
        }

        return EmulatedOutputs.InRegion(request);
    }

    private static string? BucketOf(EmulationRequest request) => request.Text("bucket");

    private static string? OwnedId(EmulationRequest request) =>
        BucketOf(request) is { } bucket && request.Text("expectedBucketOwner") is { Length: > 0 } owner
            ? $"{bucket},{owner}"
            : BucketOf(request);
}
