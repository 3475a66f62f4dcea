using DrInfra.Infra.Conventions;

namespace DrInfra.Infra.Backup;

/// <summary>What a bucket must allow so that AWS Backup can put its reports there.</summary>
public static class BackupReportAccess
{
    /// <summary>Where in the bucket the reports are.</summary>
    public const string Prefix = "reports";

    /// <summary>
    /// The statement for the bucket's policy. The principal is the service-linked role that the account's first report plan brings
    /// about; S3 refuses a policy with a principal that is not there yet, so the policy comes after the plans.
    /// https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-console.html
    /// </summary>
    public static Statement BucketStatement(string accountId, string bucketName) => new()
    {
        Sid = "BackupReports",
        Principal = new() { ["AWS"] = [RoleArn(accountId)] },
        Action = ["s3:PutObject"],
        Resource = [$"{Arns.Bucket(bucketName)}/{Prefix}/*"],
        Condition = new() { ["StringEquals"] = new() { ["s3:x-amz-acl"] = ["bucket-owner-full-control"] } },
    };

    /// <summary>The service-linked role; it also needs <c>kms:GenerateDataKey</c> and <c>kms:Encrypt</c> where a key of ours encrypts the bucket.</summary>
    public static string RoleArn(string accountId) =>
        Arns.Role(accountId, "aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports");
}
