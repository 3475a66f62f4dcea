using System.Globalization;
using DrInfra.Infra.Cluster;
using DrInfra.Infra.Operations;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Protocol;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>
/// A stream job of Flink in one Region. It is declared alike in both, suspended: the Region's follower starts it from the newest savepoint that
/// has arrived, and what it writes for that is left as it is. docs/pipelines.md has the rules.
/// </summary>
[Practices("F1", "H2", "H4", "H6")]
public sealed class FlinkPipeline : ComponentResource
{
    // The name by which the operator finds the container that does the work in a template.
    private const string Main = "flink-main-container";

    private const int DaysOfAYear = 365;

    /// <summary>Declares the job and what it needs.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="args">The pipeline.</param>
    /// <param name="version">Of Flink: major and minor.</param>
    /// <param name="after">What has to be there first: the operator.</param>
    /// <param name="options">The options.</param>
    public FlinkPipeline(string name, PipelineArgs args, string version, IReadOnlyList<Resource> after, ComponentResourceOptions? options = null)
        : base("drinfra:pipelines:FlinkPipeline", name, options)
    {
        var account = PipelineAccount.Declare(this, args, PipelineAccount.Makes("configmaps", "pods", "services"), new PolicyRuleArgs
        {
            ApiGroups = new[] { "apps" },
            Resources = new[] { "deployments", "deployments/finalizers" },
            Verbs = new[] { "create", "delete", "get", "list", "patch", "update", "watch" },
        });
        var metadata = args.Followed;
        metadata.Annotations = new Dictionary<string, string>
        {
            [SavepointProtocol.FolderAnnotation] = StateFolders.Of(SavepointProtocol.Root, args),
            [SavepointProtocol.EveryAnnotation] = Seconds(args.Pipeline.Savepoints!.Every),
            [SavepointProtocol.CatchUpAnnotation] = Seconds(CatchUp(args.Workload, args.Pipeline)),
        };
        var declared = args.InNamespace(this, [.. account, .. after]);

        // The three that the follower writes together: a plain resume would go on from what this Region had when it was left.
        declared.IgnoreChanges = ["spec.job.state", "spec.job.initialSavepointPath", "spec.job.savepointRedeployNonce"];
        _ = new KubernetesObject(
            args.Cluster.Connection.Logical(args.Name),
            new KubernetesObjectArgs("flink.apache.org/v1beta1", "FlinkDeployment") { Metadata = metadata, Spec = Spec(args, version) },
            declared);
        Region = Output.Create(args.Region.Region);
        ObjectName = Output.Create(args.Name);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The name of the FlinkDeployment.</summary>
    [Output("objectName")]
    public Output<string> ObjectName { get; private set; }

    /// <summary>
    /// How far before a savepoint the sources start to read: as far as records can be behind in the other Region before people hear of it, and as far as
    /// the job may be behind its sources, clocks included, which is the time between two savepoints.
    /// </summary>
    public static TimeSpan Replay(WorkloadSettings workload, PipelineSettings pipeline) =>
        (LagWatch.For(workload.Tier)?.RingsWithin ?? TimeSpan.Zero) + pipeline.Savepoints!.Every;

    /// <summary>
    /// How long the job may be behind after a start: what waited for as long as an old savepoint, its replay and the RTO of the Region (a day where none is
    /// promised), over the surplus. Without a surplus a year: it never is where it should be, and a savepoint would leave records out.
    /// </summary>
    public static TimeSpan CatchUp(WorkloadSettings workload, PipelineSettings pipeline)
    {
        var (day, rates) = (TimeSpan.FromDays(1), pipeline.CatchUp!);
        var waited = TimeSpan.FromSeconds(SavepointAlarms.ThresholdSeconds(pipeline.Savepoints!)) + Replay(workload, pipeline)
            + (workload.Tier.For(Disruption.Region).Rto ?? day);
        var longest = day * DaysOfAYear;
        var seconds = rates.SurplusMbPerSecond > 0 ? Math.Ceiling(waited.TotalSeconds * rates.InputMbPerSecond / rates.SurplusMbPerSecond) : double.MaxValue;
        return seconds < longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : longest;
    }

    private static InputMap<object> Spec(PipelineArgs args, string version)
    {
        var pipeline = args.Pipeline;
        var size = new Dictionary<string, object>
        {
            ["cpu"] = pipeline.MilliCpu / 1000.0,
            ["memory"] = $"{pipeline.MemoryMib}m",
        };
        return new InputMap<object>
        {
            ["image"] = ContainerRegistry.ImageIn(args.Region, pipeline.Image!),
            ["flinkVersion"] = $"v{version.Replace('.', '_')}",
            ["mode"] = "native",
            ["serviceAccount"] = args.Name,
            ["flinkConfiguration"] = Configuration(args),
            ["podTemplate"] = new Dictionary<string, object>
            {
                ["metadata"] = new Dictionary<string, object> { ["labels"] = args.PodLabels },
                ["spec"] = Pod(args),
            },
            ["jobManager"] = new Dictionary<string, object> { ["replicas"] = 1, ["resource"] = size },
            ["taskManager"] = new Dictionary<string, object> { ["resource"] = size },
            ["job"] = new Dictionary<string, object>
            {
                ["jarURI"] = $"local://{pipeline.Program}",
                ["parallelism"] = pipeline.PodsAt(args.Sizing),
                ["state"] = "suspended",

                // Within a Region it goes on from its own last checkpoint.
                ["upgradeMode"] = "last-state",

                // In a new epoch sources have another uid: their former state belongs to nobody.
                ["allowNonRestoredState"] = true,
            },
        };
    }

    private static PodSpecArgs Pod(PipelineArgs args) => GatedPod.Around(
        args,
        new ContainerArgs
        {
            Name = Main,
            Env = (EnvVarArgs[])
            [
                .. PipelinePodSpec.Environment(args),
                LeaseEnvironment.Variable(SavepointProtocol.ReplayVariable, Seconds(Replay(args.Workload, args.Pipeline))),
            ],
            SecurityContext = EngineContainer.Security,
        },
        talksToCluster: true);

    // Names of Flink 1.20 and later.
    private static Dictionary<string, object> Configuration(PipelineArgs args) => new()
    {
        ["taskmanager.numberOfTaskSlots"] = "1",
        ["state.backend.type"] = "rocksdb",
        ["execution.checkpointing.interval"] = "1 min",
        ["execution.checkpointing.incremental"] = "true",
        ["execution.checkpointing.dir"] = $"{StateFolders.Of(StateFolders.Checkpoints, args)}/{args.Region.Region}",
        ["execution.checkpointing.savepoint-dir"] = StateFolders.Of(SavepointProtocol.Root, args),
        ["high-availability.type"] = "kubernetes",
        ["high-availability.storageDir"] = $"{StateFolders.Of(StateFolders.HighAvailability, args)}/{args.Region.Region}",

        // A savepoint stays as it is when a job has started from it: the other Region may have to start from it too.
        ["execution.state-recovery.claim-mode"] = "NO_CLAIM",
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString(CultureInfo.InvariantCulture);
}
