using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.S3;

/// <summary>
/// What the role of a bucket's replication must be able to do. Source: the Amazon S3 guide, "Setting up permissions for live
/// replication".
/// </summary>
internal static class ReplicationNeeds
{
    public static IEnumerable<AccessNeed> Of(Estate estate, ReplicationRule rule)
    {
        var source = rule.IsInline ? BucketPolicies.ArnOf(rule.Owner) : BucketPolicies.ArnOf(estate, rule.Owner, rule.Owner["bucket"]);
        yield return AccessNeed.Of("replication", source, "s3:GetReplicationConfiguration", "s3:ListBucket");
        yield return AccessNeed.Of("replication", Objects(source), "s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging");
        var destination = rule.Rule["destination"];
        string[] actions =
        [
            "s3:ReplicateObject",
            "s3:ReplicateTags",
            .. rule.DeleteMarkers.Text == "Enabled" ? new[] { "s3:ReplicateDelete" } : [],
            .. destination["accessControlTranslation"].IsAbsent ? [] : new[] { "s3:ObjectOwnerOverrideToBucketOwner" },
        ];
        yield return AccessNeed.Of("replication", Objects(BucketPolicies.ArnOf(estate, rule.Owner, destination["bucket"]) ?? NameOf(rule)), actions);
        if (rule.Source is { } bucket && BucketEncryption.KeyOf(estate, bucket) is { } sourceKey)
        {
            yield return KeyNeeds.Of(estate, sourceKey, "decryption of the source", "s3", "kms:Decrypt");
        }

        if (Keys.Follow(estate, rule.Owner, rule.ReplicaKey).Target is { } replicaKey)
        {
            yield return KeyNeeds.Of(estate, replicaKey, "encryption of replicas", "s3", "kms:Encrypt");
        }
    }

    // The destination may be known by the rule's dependencies alone.
    private static string? NameOf(ReplicationRule rule) => rule.Destination.Target is { } target ? BucketPolicies.ArnOf(target) : null;

    private static string? Objects(string? bucket) => bucket is null ? null : $"{bucket}/object";
}
