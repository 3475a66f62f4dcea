using DrInfra.Infra.Cluster;
using DrInfra.Recovery;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>
/// A batch job of Spark in one Region, on a schedule. It is declared alike in both, suspended: the Region's follower resumes the schedule, and
/// the gates of driver and executors hold a run that comes too late. Results go below the epoch of the lease, so such a run writes beside others.
/// </summary>
[Practices("F1", "H2", "H4")]
public sealed class SparkPipeline : ComponentResource
{
    private const string Driver = "spark-kubernetes-driver";
    private const string Executor = "spark-kubernetes-executor";

    // What Spark takes beside its heap by default, the larger of the two
    // (https://spark.apache.org/docs/latest/configuration.html, spark.driver.memoryOverhead).
    private const int LeastOverheadMib = 384;
    private const double OverheadShare = 0.1;

    /// <summary>Declares the job and what it needs.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="args">The pipeline.</param>
    /// <param name="version">Of Spark.</param>
    /// <param name="after">What has to be there first: the operator.</param>
    /// <param name="options">The options.</param>
    public SparkPipeline(string name, PipelineArgs args, string version, IReadOnlyList<Resource> after, ComponentResourceOptions? options = null)
        : base("drinfra:pipelines:SparkPipeline", name, options)
    {
        var account = PipelineAccount.Declare(this, args, PipelineAccount.Makes("configmaps", "persistentvolumeclaims", "pods", "services"));
        var declared = args.InNamespace(this, [.. account, .. after]);
        declared.IgnoreChanges = ["spec.suspend"];
        _ = new KubernetesObject(
            args.Cluster.Connection.Logical(args.Name),
            new KubernetesObjectArgs("sparkoperator.k8s.io/v1beta2", "ScheduledSparkApplication") { Metadata = args.Followed, Spec = Spec(args, version) },
            declared);
        Region = Output.Create(args.Region.Region);
        ObjectName = Output.Create(args.Name);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The name of the ScheduledSparkApplication.</summary>
    [Output("objectName")]
    public Output<string> ObjectName { get; private set; }

    /// <summary>What of a pod's memory is left for the heap, in MiB.</summary>
    public static int HeapMib(int memoryMib) => memoryMib - OverheadMib(memoryMib);

    private static int OverheadMib(int memoryMib) => Math.Max(LeastOverheadMib, (int)Math.Ceiling(memoryMib * OverheadShare));

    private static InputMap<object> Spec(PipelineArgs args, string version)
    {
        var pipeline = args.Pipeline;
        var executor = Pods(args, Executor);
        executor["instances"] = pipeline.PodsAt(args.Sizing);
        var driver = Pods(args, Driver);
        driver["serviceAccount"] = args.Name;
        return new InputMap<object>
        {
            ["schedule"] = pipeline.Every!,
            ["timeZone"] = "Etc/UTC",
            ["suspend"] = true,
            ["concurrencyPolicy"] = "Forbid",
            ["template"] = new Dictionary<string, object>
            {
                ["type"] = pipeline.Program.EndsWith(".py", StringComparison.Ordinal) ? "Python" : "Java",
                ["mode"] = "cluster",
                ["image"] = ContainerRegistry.ImageIn(args.Region, pipeline.Image!),
                ["sparkVersion"] = version,
                ["mainApplicationFile"] = $"local://{pipeline.Program}",

                // Another try, behind gates of its own; after these the schedule comes again.
                ["restartPolicy"] = new Dictionary<string, object>
                {
                    ["type"] = "OnFailure",
                    ["onFailureRetries"] = 2,
                    ["onFailureRetryInterval"] = 60,
                    ["onSubmissionFailureRetries"] = 3,
                    ["onSubmissionFailureRetryInterval"] = 60,
                },
                ["driver"] = driver,
                ["executor"] = executor,
            },
        };
    }

    // Templates of Spark itself: the operator's own changes to pods would need its webhook, without which no pod of the namespace starts.
    private static Dictionary<string, object> Pods(PipelineArgs args, string container)
    {
        var pipeline = args.Pipeline;
        return new Dictionary<string, object>
        {
            ["cores"] = Math.Max(1, pipeline.MilliCpu / 1000),
            ["coreRequest"] = $"{pipeline.MilliCpu}m",
            ["memory"] = $"{HeapMib(pipeline.MemoryMib)}m",
            ["memoryOverhead"] = $"{OverheadMib(pipeline.MemoryMib)}m",
            ["template"] = new Dictionary<string, object>
            {
                ["metadata"] = new Dictionary<string, object> { ["labels"] = args.PodLabels },
                ["spec"] = GatedPod.Around(
                    args,
                    new ContainerArgs { Name = container, Env = PipelinePodSpec.Environment(args), SecurityContext = EngineContainer.Security },
                    talksToCluster: container == Driver),
            },
        };
    }
}
