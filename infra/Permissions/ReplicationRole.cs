using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>The role with which S3 replicates a bucket: it reads with one Region's key and writes with the other's.</summary>
public static class ReplicationRole
{
    /// <summary>The trust policy: for the sake of this bucket.</summary>
    public static string TrustPolicy(string accountId, string sourceBucket) => Trust.For("s3.amazonaws.com", accountId, Arns.Bucket(sourceBucket));

    /// <summary>The document, for the direction out of a Region.</summary>
    public static string Policy(PairIdentity pair, WorkloadSettings workload, BucketStore bucket, string region)
    {
        var other = pair.Regions.OtherThan(region);
        var (source, destination) = (pair.Names.Bucket(workload.Name, bucket.Name, region), pair.Names.Bucket(workload.Name, bucket.Name, other));
        var read = new List<string>
        {
            "s3:GetObjectVersionAcl", "s3:GetObjectVersionForReplication", "s3:GetObjectVersionTagging",
        };
        if (workload.Tier.ImmutableDays > 0)
        {
            read.AddRange(["s3:GetObjectLegalHold", "s3:GetObjectRetention"]);
        }

        return PolicyDocument.Of(
            new Statement
            {
                Sid = "ReadTheRule",
                Action = ["s3:GetReplicationConfiguration", "s3:ListBucket"],
                Resource = [Arns.Bucket(source)],
            },
            new Statement { Sid = "ReadObjects", Action = [.. read], Resource = [Arns.Objects(source)] },
            new Statement
            {
                Sid = "WriteReplicas",
                Action = ["s3:ReplicateDelete", "s3:ReplicateObject", "s3:ReplicateTags"],
                Resource = [Arns.Objects(destination)],
            },
            Statements.UseDataKey("DecryptAtTheSource", ["kms:Decrypt"], pair, workload.Name, region, "s3"),
            Statements.UseDataKey("EncryptAtTheDestination", ["kms:Encrypt", "kms:GenerateDataKey"], pair, workload.Name, other, "s3"));
    }
}
