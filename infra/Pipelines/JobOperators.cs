using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Pulumi.Kubernetes.Helm.V3;
using Pulumi.Kubernetes.Types.Inputs.Helm.V3;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Infra.Pipelines;

/// <summary>What <see cref="JobOperators"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Flink">The namespaces with jobs of Flink; may be empty.</param>
/// <param name="Spark">The namespaces with jobs of Spark; may be empty.</param>
/// <param name="Images">The images of the operators.</param>
/// <param name="Versions">The versions of their charts.</param>
/// <param name="Network">The Region's range, in which the operator reaches jobs.</param>
/// <param name="Cluster">The Region's cluster.</param>
/// <param name="Follower">Whose namespace they are in.</param>
/// <param name="Namespaces">What has to be there first: the namespaces of the jobs.</param>
public sealed record JobOperatorsArgs(
    RegionContext Region,
    IReadOnlyList<string> Flink,
    IReadOnlyList<string> Spark,
    ClusterSettings Images,
    VersionSettings Versions,
    AddressRange Network,
    RegionalCluster Cluster,
    Follower Follower,
    IReadOnlyList<Resource> Namespaces);

/// <summary>
/// What runs jobs of Flink and Spark in a Region's cluster: the operators of both, from their charts, of which two pods each stand ready. Their
/// images come from the Region's own registry; the charts are read when they change, so no failover waits for them.
/// </summary>
[Practices("H2", "H4", "H6")]
public sealed class JobOperators : ComponentResource
{
    private const string FlinkName = "flink-kubernetes-operator";
    private const string SparkName = "spark-operator";

    private readonly JobOperatorsArgs _args;
    private readonly List<Resource> _flink = [];
    private readonly List<Resource> _spark = [];

    /// <summary>Declares the operators of the engines that are in use.</summary>
    public JobOperators(string name, JobOperatorsArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:pipelines:JobOperators", name, options)
    {
        _args = args;
        if (args.Flink.Count > 0)
        {
            // It asks each job how it is, at the port of its JobManager.
            var policy = WorkloadTraffic.OfFlinkOperator(args.Network);
            var connection = args.Cluster.Connection;
            _ = new Kubernetes.Networking.V1.NetworkPolicy(
                connection.Logical($"{FlinkName}-{policy.Part}"),
                new Kubernetes.Types.Inputs.Networking.V1.NetworkPolicyArgs
                {
                    Metadata = KubernetesObject.Named($"{FlinkName}-{policy.Part}", args.Region.Labels(args.Region.Shared), FollowerSettings.Namespace),
                    Spec = policy.Spec,
                },
                connection.Child(this, args.Follower.Ready));

            // Each release of it has a repository of its own.
            _flink.Add(Declare(
                FlinkName, args.Versions.FlinkOperator, $"https://downloads.apache.org/flink/flink-kubernetes-operator-{args.Versions.FlinkOperator}/",
                FlinkValues()));
        }

        if (args.Spark.Count > 0)
        {
            _spark.Add(Declare(SparkName, args.Versions.SparkOperator, "https://kubeflow.github.io/spark-operator", SparkValues()));
        }

        Region = Output.Create(args.Region.Region);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>What jobs of Flink wait for.</summary>
    public IReadOnlyList<Resource> Flink => _flink;

    /// <summary>What jobs of Spark wait for.</summary>
    public IReadOnlyList<Resource> Spark => _spark;

    private Release Declare(string chart, string version, string repository, InputMap<object> values) => new(
        _args.Cluster.Connection.Logical(chart),
        new ReleaseArgs
        {
            Chart = chart,
            Version = version,
            RepositoryOpts = new RepositoryOptsArgs { Repo = repository },
            Name = chart,
            Namespace = FollowerSettings.Namespace,
            Values = values,

            // Half of an operator is none: what fails is taken back.
            Atomic = true,
            MaxHistory = 5,
        },
        _args.Cluster.Connection.Child(this, [.. _args.Follower.Ready, .. _args.Namespaces]));

    private InputMap<object> FlinkValues()
    {
        var image = _args.Images.FlinkOperatorImage!;
        return new InputMap<object>
        {
            ["watchNamespaces"] = _args.Flink.ToArray(),
            ["image"] = Image(image),

            // Two of them need an election, which is off by default.
            ["replicas"] = PodResources.OperatorPods,
            ["strategy"] = new Dictionary<string, object> { ["type"] = "RollingUpdate" },
            ["defaultConfiguration"] = new Dictionary<string, object>
            {
                ["create"] = true,
                ["append"] = true,
                ["flink-conf.yaml"] = """
                    kubernetes.operator.leader-election.enabled: true
                    kubernetes.operator.leader-election.lease-name: flink-operator
                    """,
            },

            // Its webhook needs certificates of another system; what it would refuse, the operator says of a job.
            ["webhook"] = new Dictionary<string, object> { ["create"] = false },

            // Each job has an account of its own.
            ["jobServiceAccount"] = new Dictionary<string, object> { ["create"] = false },
            ["rbac"] = new Dictionary<string, object>
            {
                ["jobRole"] = new Dictionary<string, object> { ["create"] = false },
                ["jobRoleBinding"] = new Dictionary<string, object> { ["create"] = false },
            },
            ["operatorPod"] = new Dictionary<string, object>
            {
                ["priorityClassName"] = FollowerSettings.Namespace,
                ["nodeSelector"] = NodeSelector,
                ["resources"] = Resources,
            },
            ["podSecurityContext"] = new Dictionary<string, object>
            {
                ["runAsNonRoot"] = true,
                ["runAsUser"] = 9999,
                ["runAsGroup"] = 9999,
                ["seccompProfile"] = new Dictionary<string, object> { ["type"] = "RuntimeDefault" },
            },
            ["operatorSecurityContext"] = ContainerSecurity,
        };
    }

    private InputMap<object> SparkValues()
    {
        var image = _args.Images.SparkOperatorImage!;
        var (registry, repository) = ContainerRegistry.RepositoryIn(_args.Region, image);
        return new InputMap<object>
        {
            // This chart joins registry, repository and tag, and knows no digests.
            ["image"] = new Dictionary<string, object>
            {
                ["registry"] = registry,
                ["repository"] = repository + (image.Digest is null ? "" : "@sha256"),
                ["tag"] = image.Digest?["sha256:".Length..] ?? image.Tag!,
            },
            ["spark"] = new Dictionary<string, object>
            {
                ["jobNamespaces"] = _args.Spark.ToArray(),
                ["serviceAccount"] = new Dictionary<string, object> { ["create"] = false },
                ["rbac"] = new Dictionary<string, object> { ["create"] = false },
            },
            ["controller"] = new Dictionary<string, object>
            {
                ["replicas"] = PodResources.OperatorPods,
                ["leaderElection"] = new Dictionary<string, object> { ["enable"] = true },

                // Names of runs stay short enough for the labels of their pods.
                ["scheduledSparkApplicationTimestampPrecision"] = "seconds",
                ["priorityClassName"] = FollowerSettings.Namespace,
                ["nodeSelector"] = NodeSelector,
                ["resources"] = Resources,
                ["podDisruptionBudget"] = new Dictionary<string, object> { ["enable"] = true, ["minAvailable"] = 1 },
            },

            // Pods have templates of Spark itself, so nothing waits for a webhook.
            ["webhook"] = new Dictionary<string, object> { ["enable"] = false },
        };
    }

    private Dictionary<string, object> Image(ContainerImage image)
    {
        var (registry, name) = ContainerRegistry.RepositoryIn(_args.Region, image);
        var values = new Dictionary<string, object> { ["repository"] = $"{registry}/{name}" };
        if (image.Digest is { } digest)
        {
            values["digest"] = digest;
        }
        else
        {
            values["tag"] = image.Tag!;
        }

        return values;
    }

    private static Dictionary<string, object> NodeSelector => new() { ["karpenter.sh/nodepool"] = ClusterBaseline.NodePool };

    private static Dictionary<string, object> Resources => new()
    {
        ["requests"] = new Dictionary<string, object>
        {
            ["cpu"] = $"{PodResources.OperatorMilliCpu}m",
            ["memory"] = $"{PodResources.OperatorMemoryMib}Mi",
        },
        ["limits"] = new Dictionary<string, object> { ["memory"] = $"{PodResources.OperatorMemoryMib}Mi" },
    };

    private static Dictionary<string, object> ContainerSecurity => new()
    {
        ["allowPrivilegeEscalation"] = false,
        ["runAsNonRoot"] = true,
        ["capabilities"] = new Dictionary<string, object> { ["drop"] = new[] { "ALL" } },
    };
}
