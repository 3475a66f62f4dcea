namespace DrInfra.Policies.Rules.Storage;

/// <summary>The types of this area whose loss is a loss of data, or of the way to it.</summary>
internal static class StoredTypes
{
    /// <summary>Those that live on without the program, so that they can be kept when they leave it.</summary>
    public static readonly IReadOnlyList<string> Retained =
    [
        .. BucketScope.Types,
        "aws:s3/bucketVersioning:BucketVersioning", "aws:s3/bucketVersioningV2:BucketVersioningV2", "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
        .. Keys.Types,
        Secrets.Type,
    ];
}
