using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// The role with which AWS Backup tests restores. The actions are those of the managed policies AWSBackupServiceRolePolicyForRestores (v25) and
/// AWSBackupServiceRolePolicyForS3Restore (v2), cut down to Aurora, DynamoDB and S3, to the pair's names, and to what AWS Backup itself names
/// (<c>awsbackup-restore-test</c>).
/// https://docs.aws.amazon.com/aws-backup/latest/devguide/security-iam-awsmanpol.html
/// </summary>
public static class RestoreTestRole
{
    /// <summary>What a restore test makes is called so; the service chooses the rest of the name.</summary>
    private const string Restored = "awsbackup-restore-test";

    /// <summary>The trust policy.</summary>
    public static string TrustPolicy(string accountId) => Trust.For("backup.amazonaws.com", accountId);

    /// <summary>Restores a sample of a Region's backups under names that the service invents.</summary>
    public static string Policy(PairIdentity pair, string region)
    {
        var (account, prefix) = (pair.AccountId, pair.Names.Prefix);
        var statements = new BackupStatements(pair);
        string Rds(string resource) => $"arn:aws:rds:{region}:{account}:{resource}";
        return PolicyDocument.Of(
            new Statement
            {
                Sid = "SeeClustersAndSnapshots",
                Action = Actions.Sorted([.. Actions.SeeClusters, "rds:DescribeDBInstances"]),
                Resource = [Arns.Cluster(region, account, "*"), statements.AnySnapshot(region), Rds("db:*")],
            },
            new Statement
            {
                Sid = "RestoreClusters",
                Action = ["rds:AddTagsToResource", "rds:CreateDBInstance", "rds:RestoreDBClusterFromSnapshot"],
                Resource =
                [
                    Rds($"cluster:{Restored}*"), Rds($"db:{Restored}*"), statements.Snapshots(region), Rds($"subgrp:{prefix}*"), Rds("cluster-pg:default*"),
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
                Resource = [Arns.Table(region, account, $"{Restored}*"), Arns.Table(region, account, $"{prefix}*")],
            },
            new Statement
            {
                Sid = "FillRestoredTables",
                Action =
                [
                    "dynamodb:BatchWriteItem", "dynamodb:DeleteItem", "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query",
                    "dynamodb:Scan", "dynamodb:UpdateItem",
                ],
                Resource = [Arns.Table(region, account, $"{Restored}*")],
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
            statements.UseKeys("ReadBackupsAndWriteRestored", Actions.UseKeyInEveryWay, region, "dynamodb", "rds", "s3"),
            statements.SeeKeys(region),
            statements.GrantKeys(region));
    }
}
