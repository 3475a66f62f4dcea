using DrInfra.Infra.Serving;
using DrInfra.Infra.Settings;

namespace DrInfra.Infra.Cluster;

/// <summary>What some pods ask for together.</summary>
/// <param name="Pods">Their number.</param>
/// <param name="MilliCpu">Thousandths of a processor.</param>
/// <param name="MemoryMib">MiB.</param>
public sealed record PodResources(int Pods, int MilliCpu, int MemoryMib)
{
    /// <summary>Thousandths of a processor for the gate and the watch of a pod, each.</summary>
    public const int WatchMilliCpu = 50;

    /// <summary>MiB for the gate and the watch of a pod, each.</summary>
    public const int WatchMemoryMib = 128;

    /// <summary>Pods of a follower: one leads.</summary>
    public const int FollowerPods = 2;

    /// <summary>Thousandths of a processor for a pod of a follower.</summary>
    public const int FollowerMilliCpu = 100;

    /// <summary>MiB for a pod of a follower.</summary>
    public const int FollowerMemoryMib = 256;

    /// <summary>Pods of an operator of jobs: one leads.</summary>
    public const int OperatorPods = 2;

    /// <summary>Thousandths of a processor for a pod of an operator.</summary>
    public const int OperatorMilliCpu = 250;

    /// <summary>MiB for a pod of an operator: that of Spark starts a process of its own for each job that it submits.</summary>
    public const int OperatorMemoryMib = 1024;

    private static readonly PodResources Nothing = new(0, 0, 0);

    /// <summary>All that a workload can ask for at a time: its most pods, those of a rolling update, and its pipelines where they run.</summary>
    public static PodResources Needed(WorkloadSettings workload, Sizing sizing) => Sum(
    [
        workload.Serving is { } serving ? Of(ServingReplicas.MostWithSurge(serving, sizing), serving.MilliCpu, serving.MemoryMib) : Nothing,

        // A gate is gone when the work begins; the watch stays. Their rolling updates make none beside them.
        .. workload.Pipelines.Select(pipeline =>
            Of(PodsOf(pipeline, sizing), pipeline.MilliCpu + WatchMilliCpu, pipeline.MemoryMib + WatchMemoryMib)),
    ]);

    // Flink has a JobManager beside its task managers, and Spark a driver beside its executors, of the same size.
    private static int PodsOf(PipelineSettings pipeline, Sizing sizing) => pipeline.Engine switch
    {
        PipelineEngine.Container => pipeline.PodsAt(sizing),
        PipelineEngine.Flink or PipelineEngine.Spark => pipeline.PodsAt(sizing) + 1,
        _ => 0,
    };

    /// <summary>All that some workloads can ask for at a time, and what starts their pipelines.</summary>
    public static PodResources Needed(IReadOnlyList<WorkloadSettings> workloads, Sizing sizing) => Sum(
    [
        .. workloads.Select(workload => Needed(workload, sizing)),

        // A rolling update makes one beside them.
        workloads.Any(workload => workload.Pipelines.Count > 0) ? Of(FollowerPods + 1, FollowerMilliCpu, FollowerMemoryMib) : Nothing,
        .. new[] { PipelineEngine.Flink, PipelineEngine.Spark }
            .Where(engine => workloads.Any(workload => workload.Has(engine)))
            .Select(_ => Of(OperatorPods + 1, OperatorMilliCpu, OperatorMemoryMib)),
    ]);

    private static PodResources Of(int pods, int milliCpu, int memoryMib) => new(pods, pods * milliCpu, pods * memoryMib);

    private static PodResources Sum(IEnumerable<PodResources> all) =>
        all.Aggregate(Nothing, (sum, one) => new PodResources(sum.Pods + one.Pods, sum.MilliCpu + one.MilliCpu, sum.MemoryMib + one.MemoryMib));
}
