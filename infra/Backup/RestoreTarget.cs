using DrInfra.Infra.Conventions;
using DrInfra.Infra.Network;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Backup;

/// <summary>What <see cref="RestoreTarget"/> needs.</summary>
/// <param name="Region">The Region that databases are restored in.</param>
/// <param name="Workloads">All workloads; those without a cluster in the Region get a subnet group for each database.</param>
/// <param name="Network">Its network.</param>
public sealed record RestoreTargetArgs(RegionContext Region, IReadOnlyList<WorkloadSettings> Workloads, RegionalNetwork Network);

/// <summary>
/// The subnet groups of databases that have no cluster in the Region until they are restored there: without one, a restore, and each
/// test of it, would look for a default VPC.
/// </summary>
[Practices("B3", "F5")]
public sealed class RestoreTarget : ComponentResource
{
    /// <summary>Declares the subnet groups.</summary>
    public RestoreTarget(string name, RestoreTargetArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:backup:RestoreTarget", name, options)
    {
        var region = args.Region;
        foreach (var workload in args.Workloads.Where(workload => !StoreKind.Database.IsIn(region.Role, workload)))
        {
            foreach (var database in workload.Databases)
            {
                // The name that the cluster's own group would have: what restores knows one name for both.
                var identifier = region.Names.Cluster(workload.Name, database.Name, region.Region);
                _ = new Aws.Rds.SubnetGroup($"{workload.Name}-{database.Name}-restore-subnets-{region.Region}", new Aws.Rds.SubnetGroupArgs
                {
                    Name = identifier,
                    Description = $"Data subnets for {identifier}, once it is restored",
                    SubnetIds = args.Network.DataSubnetIds.ToArray(),
                    Tags = region.Tags(Belonging.To(workload)),
                }, region.Child(this));
            }
        }

        Region = Output.Create(region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }
}
