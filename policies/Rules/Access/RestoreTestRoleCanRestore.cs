using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Backup;
using DrInfra.Policies.Aws.Iam;
using DrInfra.Policies.Aws.Kms;

namespace DrInfra.Policies.Rules.Access;

public sealed class RestoreTestRoleCanRestore : RoleAccessRule
{
    private const string Sample = "awsbackup-restore-test-sample";

    private protected override IEnumerable<Reason> Lacks(Estate estate) =>
        Lacks(estate, BackupTypes.RestoreTestingSelection, (user, role) => Needs(estate, user, role));

    // Source: the AWS Backup guide, "Policies for AWS Backup" and "Permissions and policies for Amazon S3 backup and restore".
    private static IEnumerable<AccessNeed> Needs(Estate estate, Node user, Node role)
    {
        var account = Accounts.Of(role) ?? IamPattern.AnyAccount;
        var region = user.Region ?? "";
        string Rds(string resource) => $"arn:aws:rds:{region}:{account}:{resource}";
        AccessNeed[] needs = user["protectedResourceType"].Text switch
        {
            BackupStores.Aurora or "DocumentDB" or "Neptune" =>
            [
                AccessNeed.Of(
                    "restore", Rds($"cluster:{Sample}"), "rds:AddTagsToResource", "rds:DescribeDBClusters", "rds:DeleteDBCluster", "rds:ListTagsForResource",
                    "rds:RestoreDBClusterFromSnapshot"),
                AccessNeed.Of("restore", Rds("cluster-snapshot:awsbackup:job-sample"), "rds:DescribeDBClusterSnapshots", "rds:RestoreDBClusterFromSnapshot"),
                AccessNeed.Of("restore", Rds($"db:{Sample}"), "rds:CreateDBInstance", "rds:DeleteDBInstance", "rds:DescribeDBInstances"),
                .. SubnetGroup(user).Select(group => AccessNeed.Of("restore into its network", Rds($"subgrp:{group}"), "rds:RestoreDBClusterFromSnapshot")),
            ],
            BackupStores.DynamoDb =>
            [
                AccessNeed.Of(
                    "restore", $"arn:aws:dynamodb:{region}:{account}:table/{Sample}", "dynamodb:BatchWriteItem", "dynamodb:DeleteItem",
                    "dynamodb:DescribeTable",
                        "dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:RestoreTableFromAwsBackup", "dynamodb:Scan", "dynamodb:UpdateItem"),
            ],
            BackupStores.S3 =>
            [
                AccessNeed.Of(
                    "restore", $"arn:aws:s3:::{Sample}", "s3:CreateBucket", "s3:GetBucketLocation", "s3:GetBucketOwnershipControls", "s3:GetBucketVersioning",
                    "s3:ListBucket",
                        "s3:ListBucketVersions", "s3:PutBucketOwnershipControls", "s3:PutBucketVersioning"),
                AccessNeed.Of(
                    "restore of objects", $"arn:aws:s3:::{Sample}/object", "s3:DeleteObject", "s3:GetObject", "s3:GetObjectVersion",
                    "s3:ListMultipartUploadParts", "s3:PutObject",
                        "s3:PutObjectAcl", "s3:PutObjectTagging", "s3:PutObjectVersionAcl"),
            ],
            _ => [],
        };
        return needs.Concat(OfKeys(estate, user));
    }

    private static IEnumerable<string> SubnetGroup(Node user) => user["restoreMetadataOverrides"].Members
        .Where(member => string.Equals(member.Name, "dbSubnetGroupName", StringComparison.OrdinalIgnoreCase)).Select(member => member.Value.Text)
            .OfType<string>();

    // The backups lie under the keys of the vaults that the plan looks into.
    private static IEnumerable<AccessNeed> OfKeys(Estate estate, Node user)
    {
        if (estate.References.Follow(user, "restoreTestingPlanName", BackupTypes.RestoreTestingPlan).Target is not { } plan)
        {
            yield break;
        }

        foreach (var vault in estate.References.FollowAll(plan, plan["recoveryPointSelection"]["includeVaults"], BackupTypes.Vault)
            .Select(reference => reference.Target).OfType<Node>())
        {
            if (Keys.Follow(estate, vault, vault.Input("kmsKeyArn")).Target is { } key)
            {
                yield return KeyNeeds.Of(estate, key, "decryption of the backup", Service(user), "kms:Decrypt");
                yield return KeyNeeds.Of(estate, key, "decryption of the backup", null, "kms:CreateGrant", "kms:DescribeKey");
            }
        }
    }

    private static string? Service(Node user) => user["protectedResourceType"].Text switch
    {
        BackupStores.DynamoDb => "dynamodb",
        BackupStores.S3 => "s3",
        BackupStores.Aurora or "DocumentDB" or "Neptune" => "rds",
        _ => null,
    };
}
