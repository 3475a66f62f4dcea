using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>The key that a store is encrypted with, as its program states it.</summary>
internal static class StoreKeys
{
    /// <summary>Null where it has none, or one that is not in the graphs.</summary>
    public static Node? Of(Estate estate, BackupStore store)
    {
        var (owner, key) = Stated(estate, store);
        return Keys.Follow(estate, owner, key).Target;
    }

    /// <summary>The property that names the key, and its resource; absent where it is a key of AWS, or none.</summary>
    public static (Node Owner, Prop Key) Stated(Estate estate, BackupStore store)
    {
        var node = store.Node;
        switch (store.Service)
        {
            case BackupStores.DynamoDb when store.Region != node.Region:
                return GlobalTables.PlacesOf(estate, node).FirstOrDefault(replica => replica.Region == store.Region) is { } place
                    ? (place.Node, place.Key)
                    : (node, default);
            case BackupStores.DynamoDb:
                return (node, node["serverSideEncryption"]["kmsKeyArn"]);
            case BackupStores.S3:
                var encryption = BucketEncryption.Of(estate, node);
                return (encryption.Owner, encryption.Key);
            default:
                return (node, node[KeyUse.Property(node.Type)]);
        }
    }

    /// <summary>
    /// Whether a store is under a key that AWS manages for its service; null where that is not known. Services that are not listed
    /// here either encrypt by themselves or are not copied to other accounts.
    /// </summary>
    public static bool? IsUnderManagedKey(Estate estate, BackupStore store)
    {
        var encrypted = store.Node[store.Service is "EBS" or BackupStores.Efs or "Redshift" ? "encrypted" : "storageEncrypted"];
        var (owner, key) = Stated(estate, store);
        if (encrypted.IsUnknown || key.IsUnknown)
        {
            return Keys.Follow(estate, owner, key).IsUnknown ? null : false;
        }

        // What the service chose stands among the outputs: only what the program states is a key of its own.
        return encrypted.Flag == true && (!owner.Input(key.RootName).IsStated() || key.Text?.Contains("alias/aws/", StringComparison.Ordinal) == true);
    }
}
