using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="ReplicatedBucket"/> needs.</summary>
/// <param name="Primary">The primary Region.</param>
/// <param name="Standby">The standby Region.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Bucket">The bucket.</param>
/// <param name="PrimaryKeyArn">The key of the primary Region.</param>
/// <param name="StandbyKeyArn">The key of the standby Region.</param>
public sealed record ReplicatedBucketArgs(
    RegionContext Primary,
    RegionContext Standby,
    WorkloadSettings Workload,
    BucketStore Bucket,
    Output<string> PrimaryKeyArn,
    Output<string> StandbyKeyArn);

/// <summary>
/// A bucket in each Region, replicated both ways from the first deployment, all in the primary's stack: after a failover the
/// rule for the way back is there already, and no control plane has to answer.
/// </summary>
[Practices("F1", "H1", "H5", "B*")]
public sealed class ReplicatedBucket : ComponentResource
{
    /// <summary>Declares buckets and rules.</summary>
    public ReplicatedBucket(string name, ReplicatedBucketArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:ReplicatedBucket", name, options)
    {
        var child = new ComponentResourceOptions { Parent = this };
        var primary = new RegionalBucket(
            $"{name}-{args.Primary.Region}",
            new RegionalBucketArgs(args.Primary, args.Workload, args.Bucket, args.PrimaryKeyArn),
            child);
        var standby = new RegionalBucket(
            $"{name}-{args.Standby.Region}",
            new RegionalBucketArgs(args.Standby, args.Workload, args.Bucket, args.StandbyKeyArn),
            child);
        _ = new BucketReplication(
            $"{name}-out-of-{args.Primary.Region}",
            new BucketReplicationArgs(args.Primary, args.Standby, args.Workload, args.Bucket, primary, standby, args.StandbyKeyArn),
            child);
        _ = new BucketReplication(
            $"{name}-out-of-{args.Standby.Region}",
            new BucketReplicationArgs(args.Standby, args.Primary, args.Workload, args.Bucket, standby, primary, args.PrimaryKeyArn),
            child);
        Region = Output.Create(ResourceTags.Global);
        PrimaryBucketName = primary.BucketId;
        StandbyBucketName = standby.BucketId;
        RegisterOutputs();
    }

    /// <summary><c>global</c>: it spans the pair, and its children say their own Regions.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The name of the bucket in the primary Region.</summary>
    [Output("primaryBucketName")]
    public Output<string> PrimaryBucketName { get; private set; }

    /// <summary>The name of the bucket in the standby Region.</summary>
    [Output("standbyBucketName")]
    public Output<string> StandbyBucketName { get; private set; }
}
