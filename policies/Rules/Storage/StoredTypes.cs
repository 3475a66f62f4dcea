using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Aws.SecretsManager;

namespace DrInfra.Policies.Rules.Storage;

/// <summary>The types of this area whose loss is a loss of data, or of the way to it.</summary>
internal static class StoredTypes
{
    /// <summary>Those that live on without the program, so that they can be kept when they leave it.</summary>
    public static readonly IReadOnlyList<string> Retained =
    [
        .. BucketScope.Types,
        S3Types.BucketVersioning, S3Types.BucketVersioningV2, S3Types.BucketReplicationConfig,
        .. Keys.Types,
        SecretsManagerTypes.Secret,
    ];
}
