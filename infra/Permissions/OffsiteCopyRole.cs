using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// The role with which DataSync reads the bucket that it copies out of AWS. It writes nothing here.
/// https://docs.aws.amazon.com/datasync/latest/userguide/create-s3-location.html
/// </summary>
public static class OffsiteCopyRole
{
    /// <summary>The trust policy: for the sake of tasks and locations of this account and Region.</summary>
    public static string TrustPolicy(string accountId, string region) =>
        Trust.For("datasync.amazonaws.com", accountId, $"arn:aws:datasync:{region}:{accountId}:*");

    /// <summary>The document, for the bucket of a Region.</summary>
    public static string Policy(PairIdentity pair, WorkloadSettings workload, OffsiteStore copy, string region)
    {
        var bucket = pair.Names.Bucket(workload.Name, copy.Of, region);
        return PolicyDocument.Of(
            new Statement
            {
                Sid = "ListTheBucket",
                Action = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
                Resource = [Arns.Bucket(bucket)],
            },
            new Statement
            {
                Sid = "ReadObjects",
                Action = ["s3:GetObject", "s3:GetObjectTagging", "s3:GetObjectVersion", "s3:GetObjectVersionTagging", "s3:ListMultipartUploadParts"],
                Resource = [Arns.Objects(bucket)],
            },
            Statements.UseDataKey("DecryptObjects", ["kms:Decrypt"], pair, workload.Name, region, "s3"));
    }
}
