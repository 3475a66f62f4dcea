using DrInfra.Infra.Conventions;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Permissions;

/// <summary>
/// What the instances of a job's cluster may do: read and write the stores that the pipeline names, in their own Region, and leave their logs.
/// The lease is the state machine's to read. https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-iam-role-for-ec2.html
/// </summary>
public static class HadoopNodeRole
{
    private static readonly string[] Read = ["s3:GetObject"];

    private static readonly string[] Write =
        ["s3:AbortMultipartUpload", "s3:DeleteObject", "s3:GetObject", "s3:ListMultipartUploadParts", "s3:PutObject"];

    /// <summary>The trust policy: EC2 says nothing of a source when an instance gets its role.</summary>
    public static string TrustPolicy { get; } = Trust.WithoutSource("ec2.amazonaws.com");

    /// <summary>The document.</summary>
    /// <param name="pair">The pair.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="region">The Region that the cluster is in.</param>
    public static string Policy(PairIdentity pair, WorkloadSettings workload, PipelineSettings pipeline, string region)
    {
        string BucketOf(string store) => pair.Names.Bucket(workload.Name, store, region);
        string[] buckets = [.. workload.Buckets.Select(bucket => bucket.Name)];
        string[] written = [.. buckets.Where(pipeline.Writes.Contains)];
        string[] read = [.. buckets.Where(bucket => pipeline.Reads.Contains(bucket) && !pipeline.Writes.Contains(bucket))];
        var others = workload with
        {
            Stores =
            [
                .. workload.Stores.Where(store =>
                    store is not BucketStore && (pipeline.Reads.Contains(store.Name) || pipeline.Writes.Contains(store.Name))),
            ],
        };
        return PolicyDocument.Of(
        [
            .. PodRole.Of(pair, others, region),
            .. others.Streams.Any() ? StreamAccess.Consume(pair, others, region) : [],
            new()
            {
                Sid = "ReadTheProgram",
                Action = Read,
                Resource = [$"{Arns.Bucket(BucketOf(pipeline.Hadoop!.Artifacts))}/{pipeline.Program}"],
            },
            .. read.Length + written.Length == 0 ? Array.Empty<Statement>() :
            [
                new()
                {
                    Sid = "ListBuckets",
                    Action = ["s3:GetBucketLocation", "s3:ListBucket", "s3:ListBucketMultipartUploads"],
                    Resource = [.. read.Concat(written).Select(store => Arns.Bucket(BucketOf(store)))],
                },
            ],
            .. read.Length == 0 ? Array.Empty<Statement>() :
                [new() { Sid = "ReadObjects", Action = Read, Resource = [.. read.Select(store => Arns.Objects(BucketOf(store)))] }],
            .. written.Length == 0 ? Array.Empty<Statement>() :
                [new() { Sid = "UseObjects", Action = Write, Resource = [.. written.Select(store => Arns.Objects(BucketOf(store)))] }],
            Statements.UseDataKey("UseTheKeyOfBuckets", Actions.UseKey, pair, workload.Name, region, "s3"),
            VolumeKey.OfDisks(pair, region),
            new()
            {
                Sid = "WriteLogs",
                Action = ["s3:PutObject"],
                Resource = [$"{Arns.Bucket(pair.Names.OperationsBucket(region))}/{OperationsBucket.ClustersPrefix}{workload.Name}/*"],
            },
        ]);
    }
}
