using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Cluster;

/// <summary>What <see cref="ReservedCapacity"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Workload">A workload with a reserve.</param>
/// <param name="Zones">The Region's three zones.</param>
public sealed record ReservedCapacityArgs(RegionContext Region, WorkloadSettings Workload, IReadOnlyList<string> Zones);

/// <summary>
/// Instances that EC2 keeps free for a workload, in each zone: when a Region is lost, everybody wants some in the next one. Nodes take them
/// by the ids in their node class, and no others.
/// </summary>
[Practices("T1", "H6")]
public sealed class ReservedCapacity : ComponentResource
{
    /// <summary>Declares a reservation in each zone.</summary>
    /// <exception cref="ArgumentException">The workload reserves nothing.</exception>
    public ReservedCapacity(string name, ReservedCapacityArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:cluster:ReservedCapacity", name, options)
    {
        var (region, workload) = (args.Region, args.Workload);
        var reserve = workload.Serving?.Reserve
            ?? throw new ArgumentException($"workload {workload.Name} has no reserve in its serving settings", nameof(args));
        ReservationIds =
        [
            .. args.Zones.Select(zone => new Aws.Ec2.CapacityReservation($"{workload.Name}-reserve-{zone}", new Aws.Ec2.CapacityReservationArgs
            {
                AvailabilityZone = zone,
                InstanceCount = reserve.PerZone,
                InstanceType = reserve.InstanceType,
                InstancePlatform = "Linux/UNIX",
                EndDateType = "unlimited",

                // Only who names it gets it: anything of that type in the account would take it otherwise.
                InstanceMatchCriteria = "targeted",
                Tags = region.Tags(Belonging.To(workload), $"{region.Names.Prefix}{workload.Name}-reserve"),
            }, region.Child(this)).Id),
        ];
        Region = Output.Create(region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The ids of the reservations, in the order of the zones.</summary>
    public IReadOnlyList<Output<string>> ReservationIds { get; }
}
