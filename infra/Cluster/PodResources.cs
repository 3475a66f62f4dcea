using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Cluster;

/// <summary>What some pods ask for together.</summary>
/// <param name="Pods">Their number.</param>
/// <param name="MilliCpu">Thousandths of a processor.</param>
/// <param name="MemoryMib">MiB.</param>
public sealed record PodResources(int Pods, int MilliCpu, int MemoryMib)
{
    /// <summary>All that a workload can ask for at a time: its most pods, and those of a rolling update.</summary>
    public static PodResources Needed(ServingSettings serving, Sizing sizing)
    {
        var pods = ServingReplicas.MostWithSurge(serving, sizing);
        return new PodResources(pods, pods * serving.MilliCpu, pods * serving.MemoryMib);
    }

    /// <summary>All that some workloads can ask for at a time.</summary>
    public static PodResources Needed(IEnumerable<WorkloadSettings> workloads, Sizing sizing) => workloads
        .Select(workload => Needed(workload.Serving!, sizing))
        .Aggregate(new PodResources(0, 0, 0), (sum, one) => new PodResources(sum.Pods + one.Pods, sum.MilliCpu + one.MilliCpu, sum.MemoryMib + one.MemoryMib));
}
