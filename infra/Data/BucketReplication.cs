using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;
using Rule = Pulumi.Aws.S3.Inputs;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="BucketReplication"/> needs.</summary>
/// <param name="Source">The Region of the source.</param>
/// <param name="Destination">The Region of the destination; another one.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Bucket">The bucket.</param>
/// <param name="SourceBucket">Where objects come from.</param>
/// <param name="DestinationBucket">Where they go.</param>
/// <param name="DestinationKeyArn">The key that the copies are encrypted with.</param>
public sealed record BucketReplicationArgs(
    RegionContext Source,
    RegionContext Destination,
    WorkloadSettings Workload,
    BucketStore Bucket,
    RegionalBucket SourceBucket,
    RegionalBucket DestinationBucket,
    Output<string> DestinationKeyArn);

/// <summary>
/// Replication of a bucket in one direction, with all that encrypted objects need: the choice to replicate them, the destination's
/// key, and a role that may read with one key and write with the other. Missing one of them, S3 skips objects in silence (gotcha 22).
/// </summary>
[Practices("F1", "H1", "B6")]
public sealed class BucketReplication : ComponentResource
{
    /// <summary>Declares the role and the rule.</summary>
    public BucketReplication(string name, BucketReplicationArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:BucketReplication", name, options)
    {
        var source = args.Source;
        var logicalName = $"{args.Workload.Name}-{args.Bucket.Name}";
        string Logical(string part) => $"{logicalName}-{part}-{source.Region}";

        var role = new Aws.Iam.Role(Logical("replication-role"), new Aws.Iam.RoleArgs
        {
            Name = source.Names.Role(args.Workload.Name, $"{args.Bucket.Name}-replication-{source.Region}"),
            Description = $"Replicates {args.Bucket.Name} of {args.Workload.Name} to {args.Destination.Region}",
            AssumeRolePolicy = ReplicationRole.TrustPolicy(source.AccountId, args.SourceBucket.BucketName),
            Tags = source.GlobalTags(Belonging.To(args.Workload)),
        }, source.Child(this));
        var permission = new Aws.Iam.RolePolicy(Logical("replication-policy"), new Aws.Iam.RolePolicyArgs
        {
            Name = "replicate",
            Role = role.Name,
            Policy = ReplicationRole.Policy(source.Identity, args.Workload, args.Bucket, source.Region),
        }, source.Child(this));

        // Both buckets are versioned before either rule is made (gotcha 19); the permission is there before S3 checks it.
        _ = new Aws.S3.BucketReplicationConfig(Logical("replication"), new Aws.S3.BucketReplicationConfigArgs
        {
            Bucket = args.SourceBucket.Bucket.Id,
            Role = role.Arn,
            Rules = { TheRule(args) },
        }, source.DataChild(this, permission, args.SourceBucket.Versioning, args.DestinationBucket.Versioning));
        Region = Output.Create(source.Region);
        RegisterOutputs();
    }

    /// <summary>The source's Region.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    private static Rule.BucketReplicationConfigRuleArgs TheRule(BucketReplicationArgs args)
    {
        var destination = new Rule.BucketReplicationConfigRuleDestinationArgs
        {
            Bucket = args.DestinationBucket.Bucket.Arn,
            EncryptionConfiguration = new Rule.BucketReplicationConfigRuleDestinationEncryptionConfigurationArgs
            {
                ReplicaKmsKeyId = args.DestinationKeyArn,
            },
        };

        // There is one value that S3 takes. Metrics come with it: they are how lag is seen.
        if (ReplicationBound.NeedsTimeControl(args.Workload.Tier))
        {
            var minutes = (int)FactBook.Most("s3-rtc-threshold");
            destination.ReplicationTime = new Rule.BucketReplicationConfigRuleDestinationReplicationTimeArgs
            {
                Status = "Enabled",
                Time = new Rule.BucketReplicationConfigRuleDestinationReplicationTimeTimeArgs { Minutes = minutes },
            };
            destination.Metrics = new Rule.BucketReplicationConfigRuleDestinationMetricsArgs
            {
                Status = "Enabled",
                EventThreshold = new Rule.BucketReplicationConfigRuleDestinationMetricsEventThresholdArgs { Minutes = minutes },
            };
        }
        else
        {
            destination.Metrics = new Rule.BucketReplicationConfigRuleDestinationMetricsArgs { Status = "Enabled" };
        }

        // A filter makes it a rule of the second version, which asks for the choice on delete markers (gotcha 21): they go along,
        // since this copy takes over and must not bring deleted objects back. Old versions stay in both Regions.
        return new Rule.BucketReplicationConfigRuleArgs
        {
            Id = "everything",
            Priority = 1,
            Status = "Enabled",
            Filter = new Rule.BucketReplicationConfigRuleFilterArgs { Prefix = string.Empty },
            DeleteMarkerReplication = new Rule.BucketReplicationConfigRuleDeleteMarkerReplicationArgs { Status = "Enabled" },
            SourceSelectionCriteria = new Rule.BucketReplicationConfigRuleSourceSelectionCriteriaArgs
            {
                SseKmsEncryptedObjects = new Rule.BucketReplicationConfigRuleSourceSelectionCriteriaSseKmsEncryptedObjectsArgs { Status = "Enabled" },

                // With a rule in each direction, changes of tags and locks made on a replica find their way back (gotcha 69).
                ReplicaModifications = new Rule.BucketReplicationConfigRuleSourceSelectionCriteriaReplicaModificationsArgs { Status = "Enabled" },
            },
            Destination = destination,
        };
    }
}
