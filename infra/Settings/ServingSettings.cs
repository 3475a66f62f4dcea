namespace DrInfra.Infra.Settings;

/// <summary>How a workload serves: pods of one image behind a load balancer, in each Region.</summary>
/// <param name="Image">The image, in the registry of each Region.</param>
/// <param name="Port">The TCP port that clients and health checks use; TLS ends in the pod. 1 to 65535. Default: 8443.</param>
/// <param name="Replicas">Pods at full size, in all zones together; 3 to 300, so that each zone has one.</param>
/// <param name="MilliCpu">What a pod asks for, in thousandths of a processor; 100 to 64,000. Default: 1,000.</param>
/// <param name="MemoryMib">What a pod asks for and may have, in MiB; 128 to 524,288. Default: 2,048.</param>
/// <param name="Startup">How long a pod may take until it is ready; 10 seconds to 30 minutes. Default: a minute.</param>
/// <param name="Reserve">Capacity that is reserved; null = none.</param>
public sealed record ServingSettings(
    ContainerImage Image, int Port, int Replicas, int MilliCpu, int MemoryMib, TimeSpan Startup, CapacityReserve? Reserve)
{
    /// <summary>The share of the replicas that the standby keeps, in percent; 1 to 100. Default: what the strategy of the tier says.</summary>
    public int? StandbyPercent { get; init; }
}
