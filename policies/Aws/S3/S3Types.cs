namespace DrInfra.Policies.Aws.S3;

/// <summary>Type tokens of the provider's module <c>aws:s3</c>.</summary>
public static class S3Types
{
    public const string AccessPoint = "aws:s3/accessPoint:AccessPoint";
    public const string AccountPublicAccessBlock = "aws:s3/accountPublicAccessBlock:AccountPublicAccessBlock";
    public const string Bucket = "aws:s3/bucket:Bucket";
    public const string BucketLifecycleConfiguration = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
    public const string BucketLifecycleConfigurationV2 = "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2";
    public const string BucketObject = "aws:s3/bucketObject:BucketObject";
    public const string BucketObjectLockConfiguration = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
    public const string BucketObjectLockConfigurationV2 = "aws:s3/bucketObjectLockConfigurationV2:BucketObjectLockConfigurationV2";
    public const string BucketObjectv2 = "aws:s3/bucketObjectv2:BucketObjectv2";
    public const string BucketOwnershipControls = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
    public const string BucketPolicy = "aws:s3/bucketPolicy:BucketPolicy";
    public const string BucketPublicAccessBlock = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
    public const string BucketReplicationConfig = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
    public const string BucketServerSideEncryptionConfiguration = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
    public const string BucketServerSideEncryptionConfigurationV2 =
        "aws:s3/bucketServerSideEncryptionConfigurationV2:BucketServerSideEncryptionConfigurationV2";
    public const string BucketV2 = "aws:s3/bucketV2:BucketV2";
    public const string BucketVersioning = "aws:s3/bucketVersioning:BucketVersioning";
    public const string BucketVersioningV2 = "aws:s3/bucketVersioningV2:BucketVersioningV2";
    public const string BucketWebsiteConfiguration = "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration";
    public const string BucketWebsiteConfigurationV2 = "aws:s3/bucketWebsiteConfigurationV2:BucketWebsiteConfigurationV2";
    public const string DirectoryBucket = "aws:s3/directoryBucket:DirectoryBucket";
    public const string ObjectCopy = "aws:s3/objectCopy:ObjectCopy";
}
