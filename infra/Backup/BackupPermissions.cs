using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Backup;

/// <summary>
/// What the roles of AWS Backup may do. The actions are those of the managed policies AWSBackupServiceRolePolicyForBackup (v29),
/// AWSBackupServiceRolePolicyForS3Backup (v5), AWSBackupServiceRolePolicyForRestores (v25) and
/// AWSBackupServiceRolePolicyForS3Restore (v2), cut down to Aurora, DynamoDB and S3, to the pair's names, and to what AWS Backup
/// itself names (<c>awsbackup:</c>, <c>awsbackup-restore-test</c>).
/// https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
/// </summary>
internal static class BackupPermissions
{
    /// <summary>What a restore test makes is called so; the service chooses the rest of the name.</summary>
    private const string Restored = "awsbackup-restore-test";

    /// <summary>Backs up a Region's stores and copies the backups to the other Region and to the air-gapped vaults.</summary>
    public static string Backup(RegionContext region, RegionContext other, IReadOnlyList<string> vaultArns)
    {
        var (here, account, prefix) = (region.Region, region.AccountId, region.Names.Prefix);
        string[] snapshots = [Snapshots(region), Snapshots(other)];
        return PolicyDocument.Of(
            new Statement
            {
                Sid = "SeeClustersAndSnapshots",
                Action = ["rds:DescribeDBClusterSnapshots", "rds:DescribeDBClusters", "rds:ListTagsForResource"],
                Resource =
                [
                    Arns.Cluster(here, account, "*"), AnySnapshot(region), AnySnapshot(other),
                ],
            },
            new Statement
            {
                Sid = "TakeSnapshots",
                Action = ["rds:AddTagsToResource", "rds:CreateDBClusterSnapshot"],
                Resource = [Arns.Cluster(here, account, $"{prefix}*"), Snapshots(region)],
            },

            // An air-gapped vault is in an account of the service, which the snapshot is shared with while it is copied.
            new Statement
            {
                Sid = "CopyAndExpireSnapshots",
                Action =
                [
                    "rds:AddTagsToResource", "rds:CopyDBClusterSnapshot", "rds:DeleteDBClusterSnapshot", "rds:ModifyDBClusterSnapshotAttribute",
                ],
                Resource = snapshots,
            },
            new Statement
            {
                Sid = "BackUpTables",
                Action = ["dynamodb:DescribeTable", "dynamodb:ListTagsOfResource", "dynamodb:StartAwsBackupJob"],
                Resource = [Arns.Table(here, account, $"{prefix}*")],
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
                Resource = [$"arn:aws:events:{here}:{account}:rule/AwsBackupManagedRule*"],
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
                Resource = [$"arn:aws:backup:{here}:{account}:recovery-point:*", $"arn:aws:backup:{other.Region}:{account}:recovery-point:*"],
            },

            // None of these takes a resource: https://docs.aws.amazon.com/service-authorization/latest/reference/
            new Statement
            {
                Sid = "AnyResourceWhereTheServiceTakesNone",
                Action = ["cloudwatch:GetMetricData", "events:ListRules", "s3:ListAllMyBuckets", "tag:GetResources"],
                Resource = ["*"],
            },
            UseKeys("ReadEncryptedStores", ["kms:Decrypt", "kms:GenerateDataKey"], region, $"dynamodb.{here}.amazonaws.com", $"s3.{here}.amazonaws.com"),
            SeeKeys(region, other),
            GrantKeys(region, other));
    }

    /// <summary>Restores a sample of a Region's backups under names that the service invents.</summary>
    public static string Restore(RegionContext region)
    {
        var (here, account, prefix) = (region.Region, region.AccountId, region.Names.Prefix);
        string Rds(string resource) => $"arn:aws:rds:{here}:{account}:{resource}";
        return PolicyDocument.Of(
            new Statement
            {
                Sid = "SeeClustersAndSnapshots",
                Action = ["rds:DescribeDBClusterSnapshots", "rds:DescribeDBClusters", "rds:DescribeDBInstances", "rds:ListTagsForResource"],
                Resource = [Arns.Cluster(here, account, "*"), AnySnapshot(region), Rds("db:*")],
            },
            new Statement
            {
                Sid = "RestoreClusters",
                Action = ["rds:AddTagsToResource", "rds:CreateDBInstance", "rds:RestoreDBClusterFromSnapshot"],
                Resource =
                [
                    Rds($"cluster:{Restored}*"), Rds($"db:{Restored}*"), Snapshots(region), Rds($"subgrp:{prefix}*"), Rds("cluster-pg:default*"),
                    Rds("pg:default*"), Rds("og:default*"),
                ],
            },
            new Statement
            {
                Sid = "RemoveRestoredClusters",
                Action = ["rds:DeleteDBCluster", "rds:DeleteDBInstance"],
                Resource = [Rds($"cluster:{Restored}*"), Rds($"db:{Restored}*")],
            },
            new Statement
            {
                Sid = "RestoreTables",
                Action = ["dynamodb:DescribeTable", "dynamodb:RestoreTableFromAwsBackup"],
                Resource = [Arns.Table(here, account, $"{Restored}*"), Arns.Table(here, account, $"{prefix}*")],
            },
            new Statement
            {
                Sid = "FillRestoredTables",
                Action =
                [
                    "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
                    "dynamodb:Scan", "dynamodb:UpdateItem",
                ],
                Resource = [Arns.Table(here, account, $"{Restored}*")],
            },
            new Statement
            {
                Sid = "RestoreBuckets",
                Action =
                [
                    "s3:CreateBucket", "s3:GetBucketLocation", "s3:GetBucketOwnershipControls", "s3:GetBucketVersioning", "s3:ListBucket",
                    "s3:ListBucketVersions", "s3:PutBucketOwnershipControls", "s3:PutBucketVersioning",
                ],
                Resource = [Arns.Bucket($"{Restored}*")],
            },
            new Statement
            {
                Sid = "FillRestoredBuckets",
                Action =
                [
                    "s3:DeleteObject", "s3:GetObject", "s3:GetObjectAcl", "s3:GetObjectTagging", "s3:GetObjectVersion",
                    "s3:GetObjectVersionAcl", "s3:ListMultipartUploadParts", "s3:PutObject", "s3:PutObjectAcl", "s3:PutObjectTagging",
                    "s3:PutObjectVersionAcl",
                ],
                Resource = [Arns.Objects($"{Restored}*")],
            },
            UseKeys(
                "ReadBackupsAndWriteRestored",
                [
                    "kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom",
                    "kms:ReEncryptTo",
                ],
                region,
                $"dynamodb.{here}.amazonaws.com",
                $"rds.{here}.amazonaws.com",
                $"s3.{here}.amazonaws.com"),
            SeeKeys(region),
            GrantKeys(region));
    }

    private static string Snapshots(RegionContext region) => $"arn:aws:rds:{region.Region}:{region.AccountId}:cluster-snapshot:awsbackup:*";

    private static string AnySnapshot(RegionContext region) => $"arn:aws:rds:{region.Region}:{region.AccountId}:cluster-snapshot:*";

    private static Statement UseKeys(string sid, string[] actions, RegionContext region, params string[] viaServices)
    {
        var condition = BehindTheStoresOrAVault(region);
        condition["StringEquals"] = new() { ["kms:ViaService"] = viaServices };
        return new Statement { Sid = sid, Action = actions, Resource = [Arns.AnyKey(region.Region, region.AccountId)], Condition = condition };
    }

    private static Statement SeeKeys(params RegionContext[] regions) => new()
    {
        Sid = "SeeKeys",
        Action = ["kms:DescribeKey"],
        Resource = [.. regions.Select(region => Arns.AnyKey(region.Region, region.AccountId))],
        Condition = BehindTheStoresOrAVault(regions),
    };

    private static Statement GrantKeys(params RegionContext[] regions)
    {
        var condition = BehindTheStoresOrAVault(regions);
        condition["Bool"] = new() { ["kms:GrantIsForAWSResource"] = ["true"] };
        return new Statement
        {
            Sid = "LendKeysToServices",
            Action = ["kms:CreateGrant"],
            Resource = [.. regions.Select(region => Arns.AnyKey(region.Region, region.AccountId))],
            Condition = condition,
        };
    }

    // Patterns, since a statement per workload would not fit into a role's policies in the end.
    private static Dictionary<string, Dictionary<string, string[]>> BehindTheStoresOrAVault(params RegionContext[] regions) => new()
    {
        ["ForAnyValue:StringLike"] = new()
        {
            ["kms:ResourceAliases"] =
            [
                .. regions.SelectMany(region => new[]
                {
                    $"alias/{region.Names.Prefix}*-data-{region.Region}",
                    $"alias/{region.Names.Prefix}*-database-{region.Region}",
                    region.Names.KeyAlias("shared", "backup", region.Region),
                }),
            ],
        },
    };
}
