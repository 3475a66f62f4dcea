namespace DrInfra.Infra.Settings;

/// <summary>What runs a pipeline.</summary>
public enum PipelineEngine
{
    /// <summary>Pods of one image, which do all of the work themselves.</summary>
    Container,

    /// <summary>A stream job of Apache Flink, with state: the Flink Kubernetes operator runs it.</summary>
    Flink,

    /// <summary>A batch job of Apache Spark on a schedule: the Spark operator runs it.</summary>
    Spark,

    /// <summary>A batch job of Apache Hadoop on a schedule, each time on an Amazon EMR cluster of its own.</summary>
    Hadoop,
}

/// <summary>What becomes of results that are written twice: a pipeline that starts in the other Region does its last work again.</summary>
public enum PipelineResults
{
    /// <summary>Whoever reads them meets some twice.</summary>
    AtLeastOnce,

    /// <summary>The second time changes nothing.</summary>
    Idempotent,
}

/// <summary>The savepoints of a stream job: the only form of its state that another Region can start from.</summary>
/// <param name="In">The bucket of the workload that they are in.</param>
/// <param name="Every">The time between two of them; 1 minute to 1 day.</param>
/// <param name="StateGb">How large one is, in GB (10^9 bytes).</param>
public sealed record SavepointSettings(string In, TimeSpan Every, double StateGb);

/// <summary>How fast a stream job works off what has waited.</summary>
/// <param name="InputMbPerSecond">What arrives, in MB (10^6 bytes) a second, at worst for hours.</param>
/// <param name="SurplusMbPerSecond">What it can process beside that, at the stated number of pods; 0 = it never catches up.</param>
public sealed record CatchUpSettings(double InputMbPerSecond, double SurplusMbPerSecond);

/// <summary>Where a job of Hadoop runs.</summary>
/// <param name="Artifacts">The bucket of the workload that its program is in.</param>
/// <param name="InstanceTypes">Types of instances that EMR may choose from; 1 to 5, all of the architecture of the clusters.</param>
public sealed record HadoopSettings(string Artifacts, IReadOnlyList<string> InstanceTypes);

/// <summary>Jobs of a workload that run in one Region only: in the one that the beacon names and that has the lease.</summary>
/// <param name="Name">Unique in its workload: lower-case letters, digits, hyphens; 2 to 24 characters; not <c>serving</c>.</param>
/// <param name="Engine">What runs them.</param>
/// <param name="Image">The image, in the registry of each Region; null for Hadoop.</param>
/// <param name="Replicas">
/// In the active Region, in all zones together; 1 to 300. Default: 1. Pods; of Flink, task managers; of Spark, executors; of Hadoop, core nodes.
/// </param>
/// <param name="MilliCpu">What a pod asks for, in thousandths of a processor; 100 to 64,000. Default: 1,000.</param>
/// <param name="MemoryMib">What a pod asks for and may have, in MiB; 128 to 524,288. Default: 2,048.</param>
/// <param name="Every">When they start, as cron says it, in UTC; null = they run all the time.</param>
/// <param name="Results">What becomes of results that are written twice. Default: at least once.</param>
public sealed record PipelineSettings(
    string Name, PipelineEngine Engine, ContainerImage? Image, int Replicas, int MilliCpu, int MemoryMib, string? Every, PipelineResults Results)
{
    /// <summary>The name of no pipeline: the pods that serve have it.</summary>
    public const string Reserved = "serving";

    /// <summary>Of Flink and Spark a file in the image, of Hadoop an object in the bucket of artifacts; empty for containers.</summary>
    public string Program { get; init; } = "";

    /// <summary>Stores of the workload that it reads. Default: none.</summary>
    public IReadOnlyList<string> Reads { get; init; } = [];

    /// <summary>Stores of the workload that it writes. Default: none.</summary>
    public IReadOnlyList<string> Writes { get; init; } = [];

    /// <summary>Of Flink; null for other engines.</summary>
    public SavepointSettings? Savepoints { get; init; }

    /// <summary>Of what runs all the time; null where it is not stated.</summary>
    public CatchUpSettings? CatchUp { get; init; }

    /// <summary>Of Hadoop; null for other engines.</summary>
    public HadoopSettings? Hadoop { get; init; }

    /// <summary>How many pods the active Region runs; small = one.</summary>
    public int PodsAt(Sizing sizing) => sizing == Sizing.Small ? 1 : Replicas;
}
