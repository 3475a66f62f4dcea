using System.Collections.Immutable;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Drctl.Emulation;

internal static class S3Resources
{
    // Bucket names belong to the whole partition, not to an account.
    public static IReadOnlyList<EmulatedType> Types { get; } =
    [
        new(S3Types.Bucket, CreateBucket, IdentityScope.Everywhere),
        new(S3Types.BucketVersioning, request => SubResource(request).WithId(OwnedId(request)), IdentityScope.Everywhere),
        new(S3Types.BucketServerSideEncryptionConfiguration, request => SubResource(request).WithId(OwnedId(request)), IdentityScope.Everywhere),
        new(S3Types.BucketPublicAccessBlock, CreatePublicAccessBlock, IdentityScope.Everywhere),
        new(S3Types.BucketPolicy, request => SubResource(request).WithId(BucketOf(request)), IdentityScope.Everywhere),
        new(S3Types.BucketOwnershipControls, request => SubResource(request).WithId(BucketOf(request)), IdentityScope.Everywhere),
        new(S3Types.BucketLifecycleConfiguration, CreateLifecycle, IdentityScope.Everywhere),
        new(S3Types.BucketReplicationConfig, request => SubResource(request).Secret("token").WithId(BucketOf(request)), IdentityScope.Everywhere),
        new(S3Types.BucketObjectLockConfiguration, CreateObjectLock, IdentityScope.Everywhere),
        new(S3Types.BucketObjectv2, CreateObject, IdentityScope.Everywhere),
        new(S3Types.AccessPoint, CreateAccessPoint),
    ];

    private const int AliasPrefix = 20;
    private const int AliasRandom = 34;

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

    // Its name is the account's in the Region; the alias, which stands where a bucket's name does, is S3's.
    private static EmulatedResource CreateAccessPoint(EmulationRequest request)
    {
        var name = request.PhysicalName(prefixProperty: null);
        var head = name[..Math.Min(name.Length, AliasPrefix)].TrimEnd('-');
        var domain = $"{name}-{request.AccountId}.s3-accesspoint.{request.Region}.{request.DnsSuffix}";
        return EmulatedOutputs.InRegion(request)
            .Set("name", name)
            .Set("arn", request.Arn("s3", $"accesspoint/{name}"))
            .Set("alias", $"{head}-{StableIds.Hex(AliasRandom, "access-point", request.Region, name)}-s3alias")
            .Set("domainName", domain)
            .Set("endpoints", ImmutableDictionary<string, object>.Empty)
            .Set("hasPublicAccessPolicy", false)
            .Default("accountId", request.AccountId)
            .Default("bucketAccountId", request.AccountId)
            .Default("policy", "")
            .Set("networkOrigin", request.Map("vpcConfiguration") is null ? "Internet" : "VPC")
            .Tagged()
            .WithId($"{request.AccountId}:{name}");
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

    private static EmulatedResource CreateObject(EmulationRequest request)
    {
        var bucket = BucketOf(request);
        var key = request.Text("key");
        var outputs = SubResource(request)
            .Set("arn", bucket is null || key is null ? null : $"arn:{request.Partition}:s3:::{bucket}/{key}")
            .Default(
                "etag",
                StableIds.Hex(
                    32, bucket ?? string.Empty, key ?? string.Empty,
                    request.Text("content") ?? request.Text("contentBase64") ?? request.Text("sourceHash") ?? string.Empty))
            .Default("contentType", "application/octet-stream")
            .Default("serverSideEncryption", request.Inputs.ContainsKey("kmsKeyId") ? "aws:kms" : "AES256")
            .Default("storageClass", "STANDARD")
            // A bucket whose versioning is declared elsewhere, or later, says nothing of versions.
            .Set("versionId", KeepsVersions(request, bucket) ? request.Mixed(32, "version") : null)
            .EmptyTexts("acl")
            .EmptyTexts(request.Text("serverSideEncryption")?.StartsWith("aws:kms", StringComparison.Ordinal) == true ? [] : ["kmsKeyId"])
            // S3 computes this one sum for every object and the others where asked.
            .EmptyTexts(request.Inputs.ContainsKey("checksumAlgorithm") ? [] : ["checksumCrc32", "checksumCrc32c", "checksumSha1", "checksumSha256"])
            .Off("bucketKeyEnabled", "forceDestroy")
            .Tagged();
        if (request.Map("overrideProvider") is not null)
        {
            outputs.Set("tagsAll", request.Map("tags") ?? ImmutableDictionary<string, object>.Empty);
        }

        var all = outputs.WithId(bucket is null || key is null ? null : $"{bucket}/{key}");
        // S3 user guide, "Categorizing your storage using tags": 10 for an object, where a bucket may have 50.
        if (EmulationRequest.AsMap(all.Outputs["tagsAll"]) is { Count: > 10 } tags)
        {
            throw request.Refuse(
                "tags",
                $"{tags.Count} tags with the provider's default ones",
                "an object has at most 10. Switch the default ones off with overrideProvider.");
        }

        return all;
    }

    private static bool KeepsVersions(EmulationRequest request, string? bucket) =>
        request.Find(S3Types.BucketVersioning, bucket)?.Outputs.GetValueOrDefault("versioningConfiguration") is { } stated
        && EmulationRequest.AsMap(stated)?.GetValueOrDefault("status") is "Enabled";

    private static EmulatedOutputs SubResource(EmulationRequest request)
    {
        var found = request.Find(S3Types.Bucket, request.Text("bucket"));
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
