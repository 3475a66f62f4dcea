using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup.Access;

/// <summary>The customer key that a store is encrypted with.</summary>
internal static class StoreKeys
{
    private static readonly string[] BucketEncryption =
    [
        S3Types.BucketServerSideEncryptionConfiguration,
        S3Types.BucketServerSideEncryptionConfigurationV2,
    ];

    /// <summary>Null where it has none, or one that is not in the graphs.</summary>
    public static Node? Of(Estate estate, BackupStore store) => store.Service switch
    {
        BackupStores.DynamoDb => store.Region == store.Node.Region
            ? Follow(estate, store.Node, store.Node["serverSideEncryption"]["kmsKeyArn"])
            : Follow(estate, store.Node, store.Node["replicas"].Items.FirstOrDefault(replica => replica["regionName"].Text == store.Region)["kmsKeyArn"]),
        BackupStores.S3 => OfBucket(estate, store.Node),
        _ => Follow(estate, store.Node, store.Node["kmsKeyId"]),
    };

    public static Node? OfBucket(Estate estate, Node bucket) => BucketEncryption
        .SelectMany(type => estate.UsersOf(bucket, type, "bucket"))
        .SelectMany(encryption => encryption["rules"].Items.Select(rule => Follow(estate, encryption, rule["applyServerSideEncryptionByDefault"]["kmsMasterKeyId"])))
        .FirstOrDefault(key => key is not null);

    private static Node? Follow(Estate estate, Node from, Prop property) => estate.References.Follow(from, property, KeyAccess.Types).Target;
}
