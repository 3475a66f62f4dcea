using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Autoscaling.V2;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Infra.Serving;

/// <summary>What <see cref="ServingPods"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Workload">A workload that serves.</param>
/// <param name="Sizing">How much is bought.</param>
/// <param name="Activation">What a standby is ready for.</param>
/// <param name="Cluster">The Region's cluster.</param>
/// <param name="Baseline">What is in it.</param>
/// <param name="Endpoint">What the pods stand behind.</param>
public sealed record ServingPodsArgs(
    RegionContext Region,
    WorkloadSettings Workload,
    Sizing Sizing,
    Activation Activation,
    RegionalCluster Cluster,
    ClusterBaseline Baseline,
    ServingEndpoint Endpoint);

/// <summary>
/// The pods of a workload in one Region, over three zones, from one image. A stack switch changes the least number of their autoscaler
/// and nothing else. The number that runs, and whether the autoscaler ends pods, a failover plan writes; so both are left as they are.
/// </summary>
[Practices("H4", "H6", "F1", "T1")]
public sealed class ServingPods : ComponentResource
{
    /// <summary>The part of the names of what a plan scales: deployment and autoscaler.</summary>
    public const string Part = "serving";

    // A lost zone takes a third of the pods: the others must have room for its load.
    private const int BusyPercent = 50;

    private readonly ServingPodsArgs _args;
    private readonly RegionContext _region;
    private readonly ServingSettings _serving;
    private readonly ClusterConnection _connection;
    private readonly string _workload;
    private readonly string _name;

    /// <summary>Declares the pods and what they need.</summary>
    /// <exception cref="ArgumentException">The workload does not serve.</exception>
    public ServingPods(string name, ServingPodsArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:serving:ServingPods", name, options)
    {
        _args = args;
        _region = args.Region;
        _connection = args.Cluster.Connection;
        _workload = args.Workload.Name;
        _serving = args.Workload.Serving
            ?? throw new ArgumentException($"workload {_workload} has no serving settings, so it has no pods", nameof(args));
        _name = NameOf(_workload);
        var identity = PodIdentity.Declare(this, _region, args.Cluster, new PodIdentityArgs(
            Belonging.To(args.Workload), "pods", $"Pods of {_workload} in {_region.Region}", (_workload, _name), "serve",
            PodRole.Policy(_region.Identity, args.Workload, _region.Region)) { IdentityPart = "pod-identity" });
        var account = new Kubernetes.Core.V1.ServiceAccount(
            _connection.Logical(_name),
            new ServiceAccountArgs { Metadata = Metadata(), AutomountServiceAccountToken = false },
            InNamespace());
        OneAtATime.Declare(_connection.Logical(_name), Metadata(), _name, InNamespace());
        var binding = DeclareBinding();
        var deployment = DeclareDeployment([account, identity, binding]);
        DeclareAutoscaler(deployment);

        Region = Output.Create(_region.Region);
        DeploymentName = Output.Create(_name);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The deployment's name, which is the autoscaler's too.</summary>
    [Output("deploymentName")]
    public Output<string> DeploymentName { get; private set; }

    /// <summary>The name of a workload's deployment, and of its autoscaler.</summary>
    public static string NameOf(string workload) => $"{workload}-{Part}";

    private ObjectMetaArgs Metadata() => KubernetesObject.Named(_name, _region.Labels(Belonging.To(_args.Workload)), _workload);

    private CustomResourceOptions InNamespace(params Resource[] after) =>
        _connection.Child(this, [_args.Baseline.NamespaceOf(_args.Workload), .. after]);

    // The load balancer is declared outside the cluster, so that its name, its records and its alarms do not hang on an API server.
    private KubernetesObject DeclareBinding()
    {
        var service = new Kubernetes.Core.V1.Service(
            _connection.Logical(_name),
            new ServiceArgs
            {
                Metadata = Metadata(),
                Spec = new ServiceSpecArgs
                {
                    Type = "ClusterIP",
                    Selector = { [RestrictedPod.App] = _name },
                    Ports = { new ServicePortArgs { Name = "https", Port = _serving.Port, TargetPort = _serving.Port, Protocol = "TCP" } },
                },
            },
            InNamespace());
        return new KubernetesObject(
            _connection.Logical($"{_name}-targets"),
            new KubernetesObjectArgs("eks.amazonaws.com/v1", "TargetGroupBinding")
            {
                Metadata = Metadata(),
                Spec =
                {
                    ["serviceRef"] = new Dictionary<string, object> { ["name"] = _name, ["port"] = _serving.Port },
                    ["targetGroupARN"] = _args.Endpoint.TargetGroupArn.Apply(arn => (object)arn),
                    ["targetType"] = "ip",
                },
            },
            InNamespace(service, _args.Endpoint.Listener));
    }

    private Kubernetes.Apps.V1.Deployment DeclareDeployment(Resource[] after)
    {
        var options = InNamespace(after);
        options.IgnoreChanges = ["spec.replicas"];
        return new Kubernetes.Apps.V1.Deployment(
            _connection.Logical(_name),
            new Kubernetes.Types.Inputs.Apps.V1.DeploymentArgs
            {
                Metadata = Metadata(),
                Spec = new Kubernetes.Types.Inputs.Apps.V1.DeploymentSpecArgs
                {
                    Selector = new LabelSelectorArgs { MatchLabels = { [RestrictedPod.App] = _name } },
                    Strategy = new Kubernetes.Types.Inputs.Apps.V1.DeploymentStrategyArgs
                    {
                        Type = "RollingUpdate",
                        RollingUpdate = new Kubernetes.Types.Inputs.Apps.V1.RollingUpdateDeploymentArgs
                        {
                            MaxSurge = $"{ServingReplicas.SurgePercent}%",
                            MaxUnavailable = 0,
                        },
                    },
                    Template = new PodTemplateSpecArgs
                    {
                        Metadata = new ObjectMetaArgs
                        {
                            Labels = new Dictionary<string, string>(_region.Labels(Belonging.To(_args.Workload))) { [RestrictedPod.App] = _name },
                        },
                        Spec = ServingPodSpec.Of(_region, _args.Workload, _serving, _name),
                    },
                },
            },
            options);
    }

    private void DeclareAutoscaler(Kubernetes.Apps.V1.Deployment deployment)
    {
        var options = InNamespace(deployment);
        options.IgnoreChanges = ["spec.behavior"];
        _ = new Kubernetes.Autoscaling.V2.HorizontalPodAutoscaler(
            _connection.Logical(_name),
            new HorizontalPodAutoscalerArgs
            {
                Metadata = Metadata(),
                Spec = new HorizontalPodAutoscalerSpecArgs
                {
                    ScaleTargetRef = new CrossVersionObjectReferenceArgs { ApiVersion = "apps/v1", Kind = "Deployment", Name = _name },
                    MinReplicas = ServingReplicas.For(_serving, _args.Workload.Tier.Strategy, _args.Sizing, _region.Role, _args.Activation),
                    MaxReplicas = ServingReplicas.Most(_serving, _args.Sizing),
                    Metrics =
                    {
                        new MetricSpecArgs
                        {
                            Type = "Resource",
                            Resource = new ResourceMetricSourceArgs
                            {
                                Name = "cpu",
                                Target = new MetricTargetArgs { Type = "Utilization", AverageUtilization = BusyPercent },
                            },
                        },
                    },

                    // As it is outside of an event. A plan turns scale-down off and leaves it so; docs/runbook.md turns it on again.
                    Behavior = new HorizontalPodAutoscalerBehaviorArgs
                    {
                        ScaleDown = new HPAScalingRulesArgs { SelectPolicy = "Max", StabilizationWindowSeconds = 300 },
                    },
                },
            },
            options);
    }
}
