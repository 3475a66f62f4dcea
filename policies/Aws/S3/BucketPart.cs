namespace DrInfra.Policies.Aws.S3;

/// <summary>What of a bucket may be declared in a resource beside it.</summary>
internal enum BucketPart
{
    Versioning,
    Replication,
    Encryption,
    Lifecycle,
    ObjectLock,
    Policy,
    PublicAccessBlock,
    Ownership,
    Website,
}
