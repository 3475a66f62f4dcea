using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="GlobalTable"/> needs.</summary>
/// <param name="Region">The Region of the pair's primary.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Table">The table.</param>
/// <param name="WitnessRegion">The Region that keeps the third vote; not null where the table is strongly consistent.</param>
/// <param name="KeyArn">The key of the primary Region.</param>
/// <param name="StandbyKeyArn">The key of the standby Region.</param>
public sealed record GlobalTableArgs(
    RegionContext Region,
    WorkloadSettings Workload,
    TableStore Table,
    string? WitnessRegion,
    Output<string> KeyArn,
    Output<string> StandbyKeyArn);

/// <summary>
/// A DynamoDB table with a replica in the standby Region, in the primary's stack alone: the replica belongs to the table, in one
/// style (gotcha 13). Both can be written. A tier that restores from backups has no replica.
/// </summary>
[Practices("F1", "H1", "H5")]
public sealed class GlobalTable : ComponentResource
{
    /// <summary>Declares the table.</summary>
    public GlobalTable(string name, GlobalTableArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:GlobalTable", name, options)
    {
        var region = args.Region;
        var table = args.Table;
        var tableArgs = new Aws.DynamoDB.TableArgs
        {
            Name = region.Names.Table(args.Workload.Name, table.Name),

            // Nobody has to foresee the capacity of the Region that takes over.
            BillingMode = "PAY_PER_REQUEST",
            HashKey = table.PartitionKey,
            Attributes = { Attribute(table.PartitionKey) },
            StreamEnabled = true,
            StreamViewType = "NEW_AND_OLD_IMAGES",
            DeletionProtectionEnabled = true,
            PointInTimeRecovery = new Aws.DynamoDB.Inputs.TablePointInTimeRecoveryArgs
            {
                Enabled = true,
                RecoveryPeriodInDays = Retention.PointInTimeDays(args.Workload.Tier),
            },
            ServerSideEncryption = new Aws.DynamoDB.Inputs.TableServerSideEncryptionArgs { Enabled = true, KmsKeyArn = args.KeyArn },
            Tags = region.Tags(Belonging.To(args.Workload)),
        };
        if (table.SortKey is not null)
        {
            tableArgs.RangeKey = table.SortKey;
            tableArgs.Attributes.Add(Attribute(table.SortKey));
        }

        if (table.ExpiryAttribute is not null)
        {
            tableArgs.Ttl = new Aws.DynamoDB.Inputs.TableTtlArgs { Enabled = true, AttributeName = table.ExpiryAttribute };
        }

        if (args.Workload.Tier.Strategy != Strategy.BackupRestore)
        {
            tableArgs.Replicas.Add(Replica(region.Identity.Regions.Standby, args.StandbyKeyArn, table.StronglyConsistent));
            if (table.StronglyConsistent)
            {
                tableArgs.GlobalTableWitness = new Aws.DynamoDB.Inputs.TableGlobalTableWitnessArgs
                {
                    RegionName = args.WitnessRegion!,
                };
            }
        }

        var declared = new Aws.DynamoDB.Table(
            $"{args.Workload.Name}-{table.Name}-table", tableArgs, region.DataChild(this));
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

    /// <summary>
    /// A replica, in the table's own list. Every attribute is stated: what is left out comes back from AWS and shows as a change for ever
    /// (gotcha 14).
    /// </summary>
    internal static Aws.DynamoDB.Inputs.TableReplicaArgs Replica(string region, Output<string> keyArn, bool isStrong) => new()
    {
        RegionName = region,
        KmsKeyArn = keyArn,
        PointInTimeRecovery = true,
        DeletionProtectionEnabled = true,
        PropagateTags = true,
        ConsistencyMode = isStrong ? "STRONG" : "EVENTUAL",
    };

    private static Aws.DynamoDB.Inputs.TableAttributeArgs Attribute(string name) => new() { Name = name, Type = "S" };
}
