using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;

namespace DrInfra.Infra.Permissions;

/// <summary>The policies of buckets.</summary>
public static class BucketPolicy
{
    /// <summary>The document: no plain HTTP, and what else is said.</summary>
    public static string Of(string bucketName, IEnumerable<Statement> more) =>
        PolicyDocument.Of([Statements.RefusePlainHttp("s3:*", Arns.Bucket(bucketName), Arns.Objects(bucketName)), .. more]);

    /// <summary>
    /// What lets AWS Backup put its reports into the operations bucket. The principal is the service-linked role that the account's first report
    /// plan brings about; S3 refuses a policy with a principal that is not there yet, so the policy comes after the plans. It would also need
    /// <c>kms:GenerateDataKey</c> and <c>kms:Encrypt</c> where a key of ours encrypts the bucket.
    /// https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-console.html
    /// </summary>
    public static Statement BackupReports(string accountId, string bucketName) => new()
    {
        Sid = "BackupReports",
        Principal = new()
        {
            ["AWS"] = [Arns.Role(accountId, "aws-service-role/reports.backup.amazonaws.com/AWSServiceRoleForBackupReports")],
        },
        Action = ["s3:PutObject"],
        Resource = [$"{Arns.Bucket(bucketName)}/{OperationsBucket.ReportsPrefix}*"],
        Condition = new() { ["StringEquals"] = new() { ["s3:x-amz-acl"] = ["bucket-owner-full-control"] } },
    };
}
