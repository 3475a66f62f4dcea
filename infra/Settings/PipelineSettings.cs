namespace DrInfra.Infra.Settings;

/// <summary>What runs a pipeline.</summary>
public enum PipelineEngine
{
    /// <summary>Pods of one image, which do all of the work themselves.</summary>
    Container,
}

/// <summary>What becomes of results that are written twice: a pipeline that starts in the other Region does its last work again.</summary>
public enum PipelineResults
{
    /// <summary>Whoever reads them meets some twice.</summary>
    AtLeastOnce,

    /// <summary>The second time changes nothing.</summary>
    Idempotent,
}

/// <summary>Jobs of a workload that run in one Region only: in the one that the beacon names and that has the lease.</summary>
/// <param name="Name">Unique in its workload: lower-case letters, digits, hyphens; 2 to 24 characters; not <c>serving</c>.</param>
/// <param name="Engine">What runs them.</param>
/// <param name="Image">The image, in the registry of each Region.</param>
/// <param name="Replicas">Pods in the active Region, in all zones together; 1 to 300. Default: 1.</param>
/// <param name="MilliCpu">What a pod asks for, in thousandths of a processor; 100 to 64,000. Default: 1,000.</param>
/// <param name="MemoryMib">What a pod asks for and may have, in MiB; 128 to 524,288. Default: 2,048.</param>
/// <param name="Every">When they start, as cron says it, in UTC; null = they run all the time.</param>
/// <param name="Results">What becomes of results that are written twice. Default: at least once.</param>
public sealed record PipelineSettings(
    string Name, PipelineEngine Engine, ContainerImage Image, int Replicas, int MilliCpu, int MemoryMib, string? Every, PipelineResults Results)
{
    /// <summary>The name of no pipeline: the pods that serve have it.</summary>
    public const string Reserved = "serving";

    /// <summary>How many pods the active Region runs; small = one.</summary>
    public int PodsAt(Sizing sizing) => sizing == Sizing.Small ? 1 : Replicas;
}
