using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// The role with which AWS Backup backs up a Region. The actions are those of the managed policies AWSBackupServiceRolePolicyForBackup (v29) and
/// AWSBackupServiceRolePolicyForS3Backup (v5), cut down to Aurora, DynamoDB and S3, to the pair's names, and to what AWS Backup itself names
/// (<c>awsbackup:</c>).
/// https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
/// </summary>
public static class BackupRole
{
    /// <summary>The trust policy.</summary>
    public static string TrustPolicy(string accountId) => Trust.For("backup.amazonaws.com", accountId);

    /// <summary>Backs up a Region's stores and copies the backups to the other Region and to the air-gapped vaults.</summary>
    public static string Policy(PairIdentity pair, string region, IReadOnlyList<string> vaultArns)
    {
        var (account, prefix) = (pair.AccountId, pair.Names.Prefix);
        var other = pair.Regions.OtherThan(region);
        var statements = new BackupStatements(pair);
        return PolicyDocument.Of(
            new Statement
            {
                Sid = "SeeClustersAndSnapshots",
                Action = Actions.SeeClusters,
                Resource = [Arns.Cluster(region, account, "*"), statements.AnySnapshot(region), statements.AnySnapshot(other)],
            },
            new Statement
            {
                Sid = "TakeSnapshots",
                Action = ["rds:AddTagsToResource", "rds:CreateDBClusterSnapshot"],
                Resource = [Arns.Cluster(region, account, $"{prefix}*"), statements.Snapshots(region)],
            },

            // An air-gapped vault is in an account of the service, which the snapshot is shared with while it is copied.
            new Statement
            {
                Sid = "CopyAndExpireSnapshots",
                Action =
                [
                    "rds:AddTagsToResource", "rds:CopyDBClusterSnapshot", "rds:DeleteDBClusterSnapshot", "rds:ModifyDBClusterSnapshotAttribute",
                ],
                Resource = [statements.Snapshots(region), statements.Snapshots(other)],
            },
            new Statement
            {
                Sid = "BackUpTables",
                Action = ["dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
                Resource = [Arns.Table(region, account, $"{prefix}*")],
            },
            new Statement
            {
                Sid = "FollowBuckets",
                Action =
                [
                    "s3:GetBucketAcl", "s3:GetBucketLocation", "s3:GetBucketNotification", "s3:GetBucketTagging", "s3:GetBucketVersioning",
                    "s3:GetInventoryConfiguration", "s3:ListBucket", "s3:ListBucketVersions", "s3:ListTagsForResource",
                    "s3:PutBucketNotification", "s3:PutInventoryConfiguration",
                ],
                Resource = [Arns.Bucket($"{prefix}*")],
            },
            new Statement
            {
                Sid = "ReadObjects",
                Action =
                [
                    "s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging", "s3:GetObjectVersion", "s3:GetObjectVersionAcl",
                    "s3:GetObjectVersionTagging",
                ],
                Resource = [Arns.Objects($"{prefix}*")],
            },
            new Statement
            {
                Sid = "HearOfNewObjects",
                Action =
                [
                    "events:DeleteRule", "events:DescribeRule", "events:DisableRule", "events:EnableRule", "events:ListTargetsByRule",
                    "events:PutRule", "events:PutTargets", "events:RemoveTargets",
                ],
                Resource = [$"arn:aws:events:{region}:{account}:rule/AwsBackupManagedRule*"],
            },
            new Statement
            {
                Sid = "PutIntoVaults",
                Action = ["backup:CopyIntoBackupVault", "backup:DescribeBackupVault"],
                Resource = [.. vaultArns],
            },

            // A recovery point has an ARN of the service that it comes from, so the managed policy names none; where it goes is what
            // can be narrowed down.
            new Statement
            {
                Sid = "AnyRecoveryPointIntoTheseVaults",
                Action = ["backup:CopyFromBackupVault"],
                Resource = ["*"],

                // "For all" also holds of a request without the key.
                Condition = new()
                {
                    ["ForAllValues:ArnLike"] = new() { ["backup:CopyTargets"] = [.. vaultArns] },
                    ["Null"] = new() { ["backup:CopyTargets"] = ["false"] },
                },
            },
            new Statement
            {
                Sid = "TagRecoveryPoints",
                Action = ["backup:TagResource"],
                Resource = [$"arn:aws:backup:{region}:{account}:recovery-point:*", $"arn:aws:backup:{other}:{account}:recovery-point:*"],
            },

            // None of these takes a resource: https://docs.aws.amazon.com/service-authorization/latest/reference/
            new Statement
            {
                Sid = "AnyResourceWhereTheServiceTakesNone",
                Action = ["cloudwatch:GetMetricData", "events:ListRules", "s3:ListAllMyBuckets", "tag:GetResources"],
                Resource = ["*"],
            },
            statements.UseKeys("ReadEncryptedStores", Actions.UseKey, region, "dynamodb", "s3"),
            statements.SeeKeys(region, other),
            statements.GrantKeys(region, other));
    }
}
