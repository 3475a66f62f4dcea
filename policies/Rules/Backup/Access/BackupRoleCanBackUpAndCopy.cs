using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Backup.Access;

public sealed class BackupRoleCanBackUpAndCopy : RoleAccessRule
{
    // Source: the AWS Backup guide, "Policies for AWS Backup" and "Permissions and policies for Amazon S3 backup and restore".
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
        ["rds:AddTagsToResource", "rds:CopyDBClusterSnapshot", "rds:DeleteDBClusterSnapshot", "rds:DescribeDBClusterSnapshots", "rds:ModifyDBClusterSnapshotAttribute"];

    public override string Description => "The role of a backup selection may back up every store that it takes, with its key, and copy the backups to the vaults of its plan.";

    public override IReadOnlyList<string> Practices => ["B4", "B6"];

    private protected override string UserType => BackupTypes.Selection;

    private protected override IEnumerable<AccessNeed> Needs(Estate estate, Node user, Node role)
    {
        if (BackupEstate.Of(estate).Of(user) is not { } selection)
        {
            yield break;
        }

        var account = Accounts.Of(role) ?? IamPattern.AnyAccount;
        PlanRule[] rules = selection.Plan is null ? [] : [.. PlanRule.Of(selection.Plan)];
        foreach (var need in selection.Stores.SelectMany(store => OfStore(estate, store, account)).Concat(rules.SelectMany(rule => OfRule(estate, rule, selection.Stores, account))))
        {
            yield return need;
        }
    }

    private static IEnumerable<AccessNeed> OfStore(Estate estate, BackupStore store, string account)
    {
        if (OnTheStore.TryGetValue(store.Service, out var actions))
        {
            yield return AccessNeed.Of("backup", store.IsNamed ? store.ArnPattern : null, actions);
        }

        if (store.Service == BackupStores.S3)
        {
            yield return AccessNeed.Of("backup of objects", store.IsNamed ? $"{store.ArnPattern}/object" : null, OnObjects);
            yield return AccessNeed.Of("finding new objects", $"arn:aws:events:{store.Region}:{account}:rule/AwsBackupManagedRule-sample",
                "events:DeleteRule", "events:DescribeRule", "events:DisableRule", "events:EnableRule", "events:ListTargetsByRule", "events:PutRule", "events:PutTargets", "events:RemoveTargets");
            yield return AccessNeed.Of("measuring buckets", "*", "cloudwatch:GetMetricData", "events:ListRules");
        }

        if (StoreKeys.Of(estate, store) is { } key)
        {
            if (store.Service is BackupStores.DynamoDb or BackupStores.S3)
            {
                yield return KeyAccess.Need(estate, key, "reading encrypted data", store.Service == BackupStores.S3 ? "s3" : "dynamodb", "kms:Decrypt");
            }

            yield return KeyAccess.Need(estate, key, "lending the store's key", null, "kms:CreateGrant", "kms:DescribeKey");
        }
    }

    private static IEnumerable<AccessNeed> OfRule(Estate estate, PlanRule rule, IReadOnlyList<BackupStore> stores, string account)
    {
        var clusters = stores.Any(store => store.Service is BackupStores.Aurora or "DocumentDB" or "Neptune");
        if (clusters && rule.Plan.Region is { } home)
        {
            yield return AccessNeed.Of("backup of clusters", Snapshot(home, account), OnSnapshots.Append("rds:CreateDBClusterSnapshot").ToArray());
        }

        foreach (var copy in rule.Copies)
        {
            var vault = BackupVaults.Destination(estate, rule.Plan, copy);
            var arn = vault.Text ?? (vault.Target?["name"].Text is { } name ? $"arn:aws:backup:{vault.Region}:{account}:backup-vault:{name}" : null);
            yield return AccessNeed.Of("copy", arn, "backup:CopyIntoBackupVault");
            yield return new AccessNeed("copy", ["backup:CopyFromBackupVault"], arn is null ? null : $"arn:aws:backup:{rule.Plan.Region}:{account}:recovery-point:sample",
                AccessContext.Of(("backup:CopyTargets", [arn ?? ""])));
            if (vault.Region is { } region)
            {
                yield return AccessNeed.Of("copy with tags", $"arn:aws:backup:{region}:{account}:recovery-point:sample", "backup:TagResource");
                if (clusters)
                {
                    yield return AccessNeed.Of("copy of clusters", Snapshot(region, account), OnSnapshots);
                }
            }

            if (vault.Target is { } target && estate.References.Follow(target, target.Input("kmsKeyArn"), KeyAccess.Types).Target is { } key)
            {
                yield return KeyAccess.Need(estate, key, "lending the vault's key", null, "kms:CreateGrant", "kms:DescribeKey");
            }
        }
    }

    private static string Snapshot(string region, string account) => $"arn:aws:rds:{region}:{account}:cluster-snapshot:awsbackup:job-sample";
}
