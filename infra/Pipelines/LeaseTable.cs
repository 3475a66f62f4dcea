using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Recovery.Facts;
using DrInfra.Recovery.Protocol;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Pipelines;

/// <summary>What <see cref="LeaseTable"/> needs.</summary>
/// <param name="Region">The Region of the pair's primary.</param>
/// <param name="WitnessRegion">The Region that keeps the third vote.</param>
/// <param name="KeyArn">The key of the primary Region.</param>
/// <param name="StandbyKeyArn">The key of the standby Region.</param>
public sealed record LeaseTableArgs(RegionContext Region, string WitnessRegion, Output<string> KeyArn, Output<string> StandbyKeyArn);

/// <summary>
/// The leases of a pair: for each workload with pipelines an item that says which Region runs them. A write is in two Regions of three before it
/// is acknowledged, and an isolated Region reads nothing old, so that there is one answer at a time. It holds no data of record: an item that is
/// lost is made again by the next follower that takes the lease, so no backup of it is worth anything but an older answer.
/// </summary>
[Practices("F3", "H1")]
public sealed class LeaseTable : ComponentResource
{
    /// <summary>Declares the table.</summary>
    public LeaseTable(string name, LeaseTableArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:pipelines:LeaseTable", name, options)
    {
        var region = args.Region;
        var declared = new Aws.DynamoDB.Table("shared-leases-table", new Aws.DynamoDB.TableArgs
        {
            Name = region.Names.LeaseTable,
            BillingMode = "PAY_PER_REQUEST",
            HashKey = LeaseProtocol.WorkloadAttribute,
            Attributes = { new Aws.DynamoDB.Inputs.TableAttributeArgs { Name = LeaseProtocol.WorkloadAttribute, Type = "S" } },
            StreamEnabled = true,
            StreamViewType = "NEW_AND_OLD_IMAGES",
            DeletionProtectionEnabled = true,

            // Who held which lease is read up there after an incident.
            PointInTimeRecovery = new Aws.DynamoDB.Inputs.TablePointInTimeRecoveryArgs
            {
                Enabled = true,
                RecoveryPeriodInDays = (int)FactBook.Most("ddb-pitr-window"),
            },
            ServerSideEncryption = new Aws.DynamoDB.Inputs.TableServerSideEncryptionArgs { Enabled = true, KmsKeyArn = args.KeyArn },
            Replicas = { GlobalTable.Replica(region.Identity.Regions.Standby, args.StandbyKeyArn, isStrong: true) },
            GlobalTableWitness = new Aws.DynamoDB.Inputs.TableGlobalTableWitnessArgs { RegionName = args.WitnessRegion },
            Tags = region.Tags(region.Shared),
        }, region.DataChild(this));
        Region = Output.Create(region.Region);
        TableName = declared.Name;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The table's name, the same in both Regions.</summary>
    [Output("tableName")]
    public Output<string> TableName { get; private set; }
}
