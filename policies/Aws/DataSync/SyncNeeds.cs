using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Aws.S3;

namespace DrInfra.Policies.Aws.DataSync;

/// <summary>
/// What the role of an S3 end must be able to do. Source: the DataSync guide, "Providing DataSync access to S3 buckets"; what a task does
/// without is left out.
/// </summary>
internal static class SyncNeeds
{
    public const string RoleProperty = "s3Config.bucketAccessRoleArn";

    public static readonly string[] Services = ["datasync.amazonaws.com"];

    /// <summary>For whom DataSync assumes the role: the location, by its ARN, or by what is known of that before it is there.</summary>
    public static string? SourceOf(Node location) => location.Output("arn").Text
        ?? (Accounts.Of(location) is { } account ? $"arn:aws:datasync:{location.Region}:{account}:location/loc-{IamPattern.AnyId}" : null);

    public static IEnumerable<AccessNeed> Of(Estate estate, SyncTask task, SyncLocation end)
    {
        var writes = task.Source is not { } source || source.Node != end.Node;
        var bucket = BucketPolicies.ArnOf(estate, end.Node, end.Node[SyncLocation.BucketProperty]);
        var objects = bucket is null ? null : $"{bucket}/object";
        yield return AccessNeed.Of("copy task", bucket, "s3:GetBucketLocation", "s3:ListBucket");
        yield return AccessNeed.Of("copy task", objects, writes ? ["s3:GetObject", "s3:PutObject"] : ["s3:GetObject"]);
        if (end.Store(estate).Target is { } target && BucketEncryption.KeyOf(estate, target) is { } key)
        {
            yield return writes
                ? KeyNeeds.Of(estate, key, "encryption of the copies", "s3", "kms:Decrypt", "kms:GenerateDataKey")
                : KeyNeeds.Of(estate, key, "decryption of the source", "s3", "kms:Decrypt");
        }
    }

    /// <summary>Why the task cannot use the bucket at an end; none where it can, or the end is no bucket.</summary>
    public static IEnumerable<Reason> Lacks(Estate estate, SyncTask task, SyncLocation end)
    {
        if (end.Node.Type != DataSyncTypes.S3Location)
        {
            return [];
        }

        return RoleUse.Of(estate, end.Node, RoleProperty, Services, SourceOf(end.Node)) is not { } use
                ? [new Reason("the location has no role", end.Node, RoleProperty)]
            : RoleAccess.Refused(estate, use) is { } refused ? [refused]
            : RoleAccess.Lacks(estate, end.Node, use.Role.Target!, Of(estate, task, end));
    }
}
