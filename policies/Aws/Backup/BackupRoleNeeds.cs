using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Aws.Backup;

/// <summary>
/// What the role of a selection must be able to do. Source: the AWS Backup guide, "Policies for AWS Backup" and "Permissions and
/// policies for Amazon S3 backup and restore".
/// </summary>
internal static class BackupRoleNeeds
{
    private static readonly Dictionary<string, string[]> OnTheStore = new(StringComparer.Ordinal)
    {
        [BackupStores.DynamoDb] = ["dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
        [BackupStores.Aurora] = ["rds:CreateDBClusterSnapshot", "rds:DescribeDBClusters", "rds:ListTagsForResource"],
        ["DocumentDB"] = ["rds:CreateDBClusterSnapshot", "rds:DescribeDBClusters", "rds:ListTagsForResource"],
        ["Neptune"] = ["rds:CreateDBClusterSnapshot", "rds:DescribeDBClusters", "rds:ListTagsForResource"],
        [BackupStores.S3] =
        [
            "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketNotification", "s3:GetBucketTagging", "s3:GetBucketVersioning",
            "s3:GetInventoryConfiguration", "s3:ListBucket", "s3:ListBucketVersions", "s3:PutBucketNotification", "s3:PutInventoryConfiguration",
        ],
        [BackupStores.Efs] = ["elasticfilesystem:Backup", "elasticfilesystem:DescribeTags"],
        ["EBS"] = ["ec2:CreateSnapshot"],
    };

    private static readonly string[] OnObjects =
        ["s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging", "s3:GetObjectVersion", "s3:GetObjectVersionAcl", "s3:GetObjectVersionTagging"];

    private static readonly string[] OnSnapshots =
        ["rds:AddTagsToResource", "rds:CopyDBClusterSnapshot", "rds:DeleteDBClusterSnapshot", "rds:DescribeDBClusterSnapshots",
            "rds:ModifyDBClusterSnapshotAttribute"];

    /// <summary>To back a store up by a rule.</summary>
    /// <param name="account">The role's account, or <see cref="IamPattern.AnyAccount"/>.</param>
    public static IEnumerable<AccessNeed> ToBackUp(Estate estate, PlanRule? rule, BackupStore store, string account)
    {
        if (OnTheStore.TryGetValue(store.Service, out var actions))
        {
            yield return AccessNeed.Of("backup", store.NeededArn, actions);
        }

        if (store.Service == BackupStores.S3)
        {
            yield return AccessNeed.Of("backup of objects", store.IsNamed ? $"{store.ArnPattern}/object" : null, OnObjects);
            yield return AccessNeed.Of("detection of new objects", $"arn:aws:events:{store.Region}:{account}:rule/AwsBackupManagedRule-sample",
                "events:DeleteRule", "events:DescribeRule", "events:DisableRule", "events:EnableRule", "events:ListTargetsByRule", "events:PutRule",
                "events:PutTargets", "events:RemoveTargets");
            yield return AccessNeed.Of("measurement of buckets", "*", "cloudwatch:GetMetricData", "events:ListRules");
        }

        if (StoreKeys.Of(estate, store) is { } key)
        {
            if (store.Service is BackupStores.DynamoDb or BackupStores.S3)
            {
                yield return KeyNeeds.Of(estate, key, "decryption of the data", store.Service == BackupStores.S3 ? "s3" : "dynamodb", "kms:Decrypt");
            }

            yield return KeyNeeds.Of(estate, key, "grant on the store's key", null, "kms:CreateGrant", "kms:DescribeKey");
        }

        if (IsCluster(store) && rule?.Plan.Region is { } home)
        {
            yield return AccessNeed.Of("backup of clusters", Snapshot(home, account), OnSnapshots.Append("rds:CreateDBClusterSnapshot").ToArray());
        }
    }

    /// <summary>To copy what a rule backed up to another vault.</summary>
    /// <param name="copy">The rule's block on the copy.</param>
    public static IEnumerable<AccessNeed> ToCopy(Estate estate, PlanRule rule, Prop copy, BackupStore store, string account)
    {
        var vault = BackupVaults.Destination(estate, rule.Plan, copy);
        var arn = vault.Text ?? (vault.Target?["name"].Text is { } name ? $"arn:aws:backup:{vault.Region}:{account}:backup-vault:{name}" : null);
        yield return AccessNeed.Of("copy", arn, "backup:CopyIntoBackupVault");
        yield return new AccessNeed(
            "copy", ["backup:CopyFromBackupVault"], arn is null ? null : $"arn:aws:backup:{rule.Plan.Region}:{account}:recovery-point:sample",
                AccessContext.Of(("backup:CopyTargets", [arn ?? ""])));
        if (vault.Region is { } region)
        {
            yield return AccessNeed.Of("copy of tags", $"arn:aws:backup:{region}:{account}:recovery-point:sample", "backup:TagResource");
            if (IsCluster(store))
            {
                yield return AccessNeed.Of("copy of clusters", Snapshot(region, account), OnSnapshots);
            }
        }

        if (vault.Target is { } target && Keys.Follow(estate, target, target.Input("kmsKeyArn")).Target is { } key)
        {
            yield return KeyNeeds.Of(estate, key, "grant on the vault's key", null, "kms:CreateGrant", "kms:DescribeKey");
        }
    }

    private static bool IsCluster(BackupStore store) => store.Service is BackupStores.Aurora or "DocumentDB" or "Neptune";

    private static string Snapshot(string region, string account) => $"arn:aws:rds:{region}:{account}:cluster-snapshot:awsbackup:job-sample";
}
