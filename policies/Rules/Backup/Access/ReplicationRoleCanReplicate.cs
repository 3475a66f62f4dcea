using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.S3;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup.Access;

public sealed class ReplicationRoleCanReplicate : RoleAccessRule
{
    private static readonly string[] BucketTypes = [S3Types.Bucket, S3Types.BucketV2];

    public override string Description => "The role of a bucket's replication may read the source with its key and write the destination with its key.";

    public override IReadOnlyList<string> Practices => ["F1", "B6"];

    private protected override string UserType => S3Types.BucketReplicationConfig;

    // Source: the Amazon S3 guide, "Setting up permissions for live replication".
    private protected override IEnumerable<AccessNeed> Needs(Estate estate, Node user, Node role)
    {
        var source = estate.References.Follow(user, "bucket", BucketTypes);
        var from = ArnOf(estate, user, user["bucket"]);
        yield return AccessNeed.Of("replication", from, "s3:GetReplicationConfiguration", "s3:ListBucket");
        yield return AccessNeed.Of("replication", from is null ? null : $"{from}/object", "s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging");
        foreach (var rule in user["rules"].Items)
        {
            var destination = rule["destination"];
            var to = ArnOf(estate, user, destination["bucket"]);
            string[] actions =
            [
                "s3:ReplicateObject",
                "s3:ReplicateTags",
                .. rule["deleteMarkerReplication"]["status"].Text == "Enabled" ? new[] { "s3:ReplicateDelete" } : [],
                .. destination["accessControlTranslation"].IsAbsent ? [] : new[] { "s3:ObjectOwnerOverrideToBucketOwner" },
            ];
            yield return AccessNeed.Of("replication", to is null ? null : $"{to}/object", actions);
            if (source.Target is { } bucket && StoreKeys.OfBucket(estate, bucket) is { } sourceKey)
            {
                yield return KeyAccess.Need(estate, sourceKey, "reading the source", "s3", "kms:Decrypt");
            }

            if (estate.References.Follow(user, destination["encryptionConfiguration"]["replicaKmsKeyId"], KeyAccess.Types).Target is { } replicaKey)
            {
                yield return KeyAccess.Need(estate, replicaKey, "writing replicas", "s3", "kms:Encrypt");
            }
        }
    }

    /// <summary>The ARN of a bucket that a property names in any form; null where its name is not known.</summary>
    internal static string? ArnOf(Estate estate, Node user, Prop property)
    {
        var bucket = estate.References.Follow(user, property, BucketTypes);
        return bucket.Target?["bucket"].Text is { } name ? $"arn:aws:s3:::{name}"
            : bucket.Text is { } text ? text.StartsWith("arn:", StringComparison.Ordinal) ? text : $"arn:aws:s3:::{text}"
            : null;
    }
}
