using System.Globalization;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Protocol;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>What follower, gates and watches are told: the names and times of the protocol.</summary>
internal static class LeaseEnvironment
{
    /// <summary>For a follower.</summary>
    /// <param name="region">Its Region.</param>
    /// <param name="workloads">The workloads with pipelines.</param>
    public static EnvVarArgs[] OfFollower(RegionContext region, IReadOnlyList<WorkloadSettings> workloads) =>
    [
        .. Common(region),
        Variable(LeaseProtocol.BeaconsVariable, string.Join(' ', workloads.Select(workload => $"{workload.Name}={region.Names.Beacon(workload)}"))),
        Variable(LeaseProtocol.ZoneVariable, region.Identity.Dns!.Domain),
        Variable(LeaseProtocol.TakesAfterVariable, LeaseProtocol.TakesAfter),
        Variable(LeaseProtocol.RenewsVariable, LeaseProtocol.Renews),
    ];

    /// <summary>For the gate and the watch of a workload's pods.</summary>
    public static EnvVarArgs[] OfGate(RegionContext region, WorkloadSettings workload) =>
    [
        .. Common(region),
        Variable(LeaseProtocol.WorkloadVariable, workload.Name),
        Variable(LeaseProtocol.FolderVariable, LeaseProtocol.Folder),
    ];

    /// <summary>A variable.</summary>
    public static EnvVarArgs Variable(string name, string value) => new() { Name = name, Value = value };

    private static EnvVarArgs[] Common(RegionContext region) =>
    [
        Variable("AWS_REGION", region.Region),
        Variable(LeaseProtocol.RegionVariable, region.Region),
        Variable(LeaseProtocol.TableVariable, region.Names.LeaseTable),
        Variable(LeaseProtocol.LastsVariable, LeaseProtocol.Lasts),
        Variable(LeaseProtocol.LooksVariable, LeaseProtocol.Looks),
    ];

    private static EnvVarArgs Variable(string name, TimeSpan time) => Variable(name, time.TotalSeconds.ToString(CultureInfo.InvariantCulture));
}
