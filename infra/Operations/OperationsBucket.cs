using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Permissions;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Operations;

/// <summary>What <see cref="OperationsBucket"/> needs.</summary>
/// <param name="Region">The bucket's Region.</param>
public sealed record OperationsBucketArgs(RegionContext Region)
{
    /// <summary>What other services need to write their reports, under <see cref="OperationsBucket.ReportsPrefix"/>. Default: none.</summary>
    public IReadOnlyList<Statement> MoreStatements { get; init; } = [];

    /// <summary>
    /// What brings about the principals of <see cref="MoreStatements"/>: S3 refuses a policy that names one which is not there yet.
    /// Default: nothing.
    /// </summary>
    public IReadOnlyList<Resource> PolicyAfter { get; init; } = [];
}

/// <summary>
/// What a Region's own services write about the platform: artifacts of canaries, reports; and the code that runs there, so that
/// nothing the recovery needs lives in the other Region.
/// </summary>
/// <remarks>
/// Encrypted with keys of S3: AWS Backup takes a customer key too, but only with a statement for a service-linked role in its
/// policy, and Region switch only with rights of its role
/// (https://docs.aws.amazon.com/aws-backup/latest/devguide/create-report-plan-api.html,
/// https://docs.aws.amazon.com/r53recovery/latest/dg/security_iam_region_switch_reports.html). A report that a key refuses during
/// the event is worth less than the key. Region switch writes with its execution role, so it needs no statement here.
/// </remarks>
[Practices("I4", "B*")]
public sealed class OperationsBucket : ComponentResource
{
    /// <summary>Where canaries write, each under its workload's name.</summary>
    public const string CanariesPrefix = "canaries/";

    /// <summary>Where reports go.</summary>
    public const string ReportsPrefix = "reports/";

    /// <summary>Where the reports of Region switch go: in the standby Region's bucket, which is there when the primary is not.</summary>
    public const string PlanReportsPrefix = ReportsPrefix + "region-switch/";

    /// <summary>
    /// Where the clusters of Hadoop jobs leave their logs, each under its workload's name. What is in the reports' folder expires already: a rule of its
    /// own would begin to delete objects in a bucket that is deployed.
    /// </summary>
    public const string ClustersPrefix = ReportsPrefix + "clusters/";

    /// <summary>Where the code of functions and canaries is kept.</summary>
    public const string CodePrefix = "code/";

    /// <summary>Days for which logs, artifacts and reports are kept: a year, and what a yearly review needs to begin.</summary>
    public const int KeptDays = 400;

    private const int NoncurrentDays = 30;

    /// <summary>Declares the bucket.</summary>
    public OperationsBucket(string name, OperationsBucketArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:operations:OperationsBucket", name, options)
    {
        var region = args.Region;
        string Logical(string part) => $"operations-{part}-{region.Region}";
        BucketName = region.Names.OperationsBucket(region.Region);
        var closed = new ClosedBucket(region, this, Logical, new ClosedBucketArgs(BucketName, region.Shared, null)
        {
            MoreStatements = args.MoreStatements,
            PolicyAfter = args.PolicyAfter,
        });
        var bucket = closed.Bucket;
        Versioning = closed.Versioning;
        _ = new Aws.S3.BucketLifecycleConfiguration(Logical("lifecycle"), new Aws.S3.BucketLifecycleConfigurationArgs
        {
            Bucket = bucket.Id,
            Rules = LifecycleRules(),
        }, region.Child(this, Versioning));
        Region = Output.Create(region.Region);
        BucketId = bucket.Id;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The bucket's name, once it is there.</summary>
    [Output("bucketName")]
    public Output<string> BucketId { get; private set; }

    /// <summary>The bucket's name, computed.</summary>
    public string BucketName { get; }

    /// <summary>Its versioning.</summary>
    public Aws.S3.BucketVersioning Versioning { get; }

    // Code is in no rule that expires objects: it stays as long as the program has it.
    private static InputList<Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs> LifecycleRules()
    {
        var rules = new InputList<Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs>();
        foreach (var (id, prefix) in new[]
        {
            ("canary-artifacts", CanariesPrefix), ("reports", ReportsPrefix),
        })
        {
            rules.Add(new Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs
            {
                Id = $"expire-{id}",
                Status = "Enabled",
                Filter = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = prefix },
                Expiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = KeptDays },
            });
        }

        rules.Add(new Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs
        {
            Id = "expire-old-versions",
            Status = "Enabled",
            Filter = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = string.Empty },
            NoncurrentVersionExpiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs
            {
                NoncurrentDays = NoncurrentDays,
            },
            AbortIncompleteMultipartUpload = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs
            {
                DaysAfterInitiation = 7,
            },
        });
        return rules;
    }
}
