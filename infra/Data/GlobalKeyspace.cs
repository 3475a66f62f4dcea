using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Data;

/// <summary>What <see cref="GlobalKeyspace"/> needs.</summary>
/// <param name="Region">The Region of the pair's primary.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Store">The store.</param>
public sealed record GlobalKeyspaceArgs(RegionContext Region, WorkloadSettings Workload, WideColumnStore Store);

/// <summary>
/// A keyspace of Amazon Keyspaces in both Regions with one table, in the primary's stack alone: the service keeps a replica in each Region, and
/// both can be written; the last writer of a row wins. What is stated here at creation holds in both Regions; a later change of tags or of
/// point-in-time recovery reaches the primary Region only.
/// </summary>
[Practices("F1", "H1", "H5")]
public sealed class GlobalKeyspace : ComponentResource
{
    /// <summary>Declares keyspace and table.</summary>
    public GlobalKeyspace(string name, GlobalKeyspaceArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:data:GlobalKeyspace", name, options)
    {
        var (region, workload, store) = (args.Region, args.Workload, args.Store);
        var belonging = Belonging.To(workload);
        var keyspace = new Aws.Keyspaces.Keyspace($"{workload.Name}-{store.Name}-keyspace", new Aws.Keyspaces.KeyspaceArgs
        {
            Name = region.Names.Keyspace(workload.Name, store.Name),
            ReplicationSpecification = new Aws.Keyspaces.Inputs.KeyspaceReplicationSpecificationArgs
            {
                ReplicationStrategy = "MULTI_REGION",
                RegionLists = { region.Identity.Regions.Primary, region.Identity.Regions.Standby },
            },
            Tags = region.Tags(belonging),
        }, region.DataChild(this));
        var table = new Aws.Keyspaces.Table($"{workload.Name}-{store.Name}-table", new Aws.Keyspaces.TableArgs
        {
            KeyspaceName = keyspace.Name,
            TableName = Names.KeyspaceTable(store.Name),
            SchemaDefinition = Schema(store),

            // Nobody has to foresee the capacity of the Region that takes over.
            CapacitySpecification = new Aws.Keyspaces.Inputs.TableCapacitySpecificationArgs { ThroughputMode = "PAY_PER_REQUEST" },
            PointInTimeRecovery = new Aws.Keyspaces.Inputs.TablePointInTimeRecoveryArgs { Status = "ENABLED" },

            // Of a table in several Regions the service turns them on itself, to tell which writer was the last; left out, they show as a change.
            ClientSideTimestamps = new Aws.Keyspaces.Inputs.TableClientSideTimestampsArgs { Status = "ENABLED" },

            // Never later: a table in several Regions takes this at creation alone. Without a time of its own a row lives for ever.
            Ttl = new Aws.Keyspaces.Inputs.TableTtlArgs { Status = "ENABLED" },
            DefaultTimeToLive = (int)(store.Expiry?.TotalSeconds ?? 0),

            // A customer key is refused for tables in several Regions
            // (https://docs.aws.amazon.com/keyspaces/latest/devguide/multiRegion-replication_usage-notes.html).
            EncryptionSpecification = new Aws.Keyspaces.Inputs.TableEncryptionSpecificationArgs { Type = "AWS_OWNED_KMS_KEY" },
            Tags = region.Tags(belonging),
        }, region.DataChild(this));
        Region = Output.Create(region.Region);
        KeyspaceName = keyspace.Name;
        TableName = table.TableName;
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The keyspace's name, the same in both Regions.</summary>
    [Output("keyspaceName")]
    public Output<string> KeyspaceName { get; private set; }

    /// <summary>The table's name, the same in both Regions.</summary>
    [Output("tableName")]
    public Output<string> TableName { get; private set; }

    private static Aws.Keyspaces.Inputs.TableSchemaDefinitionArgs Schema(WideColumnStore store) => new()
    {
        Columns = store.Columns
            .Select(column => new Aws.Keyspaces.Inputs.TableSchemaDefinitionColumnArgs { Name = column.Name, Type = column.Type }).ToArray(),
        PartitionKeys = store.PartitionKey
            .Select(key => new Aws.Keyspaces.Inputs.TableSchemaDefinitionPartitionKeyArgs { Name = key }).ToArray(),
        ClusteringKeys = store.ClusteringKey
            .Select(key => new Aws.Keyspaces.Inputs.TableSchemaDefinitionClusteringKeyArgs { Name = key.Name, OrderBy = key.Order }).ToArray(),
    };
}
