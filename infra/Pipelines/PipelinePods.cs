using System.Globalization;
using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Protocol;
using DrInfra.Recovery;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Infra.Pipelines;

/// <summary>What <see cref="PipelinePods"/> needs.</summary>
/// <param name="Region">The Region.</param>
/// <param name="Workload">The workload.</param>
/// <param name="Pipeline">One of its pipelines.</param>
/// <param name="FollowerImage">The image of gate and watch.</param>
/// <param name="Sizing">How much is bought.</param>
/// <param name="Cluster">The Region's cluster.</param>
/// <param name="Baseline">What is in it.</param>
public sealed record PipelinePodsArgs(
    RegionContext Region,
    WorkloadSettings Workload,
    PipelineSettings Pipeline,
    ContainerImage FollowerImage,
    Sizing Sizing,
    RegionalCluster Cluster,
    ClusterBaseline Baseline);

/// <summary>
/// The pods of a pipeline in one Region. They are declared alike in both Regions, and run in neither: the Region's follower starts them, and
/// suspends them again. So no plan and no autoscaler names them, and what the follower writes is left as it is.
/// </summary>
[Practices("F1", "H2", "H4")]
public sealed class PipelinePods : ComponentResource
{
    private readonly PipelinePodsArgs _args;
    private readonly RegionContext _region;
    private readonly ClusterConnection _connection;
    private readonly string _workload;
    private readonly string _name;

    /// <summary>Declares the pods and what they need.</summary>
    public PipelinePods(string name, PipelinePodsArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:pipelines:PipelinePods", name, options)
    {
        _args = args;
        _region = args.Region;
        _connection = args.Cluster.Connection;
        _workload = args.Workload.Name;
        _name = $"{_workload}-{args.Pipeline.Name}";
        var identity = PodIdentity.Declare(this, _region, args.Cluster, new PodIdentityArgs(
            Belonging.To(args.Workload), $"pipeline-{args.Pipeline.Name}", $"Pods {_name} in {_region.Region}", (_workload, _name), "work",
            PipelineRole.Policy(_region.Identity, args.Workload, _region.Region)));
        var account = new Kubernetes.Core.V1.ServiceAccount(
            _connection.Logical(_name),
            new ServiceAccountArgs { Metadata = KubernetesObject.Named(_name, Labels(), _workload), AutomountServiceAccountToken = false },
            InNamespace());
        if (args.Pipeline.Every is { } every)
        {
            DeclareSchedule(every, [account, identity]);
        }
        else
        {
            OneAtATime.Declare(_connection.Logical(_name), KubernetesObject.Named(_name, Labels(), _workload), _name, InNamespace());
            DeclareDeployment([account, identity]);
        }

        Region = Output.Create(_region.Region);
        ObjectName = Output.Create(_name);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The name of the deployment, or of the job with a schedule.</summary>
    [Output("objectName")]
    public Output<string> ObjectName { get; private set; }

    private Dictionary<string, string> Labels() => _region.Labels(Belonging.To(_args.Workload));

    private CustomResourceOptions InNamespace(params Resource[] after) =>
        _connection.Child(this, [_args.Baseline.NamespaceOf(_args.Workload), .. after]);

    // What the follower knows its objects by.
    private ObjectMetaArgs Followed() =>
        KubernetesObject.Named(_name, new Dictionary<string, string>(Labels()) { [LeaseProtocol.FollowsLabel] = LeaseProtocol.Beacon }, _workload);

    private PodTemplateSpecArgs Pods(string restart) => new()
    {
        Metadata = new ObjectMetaArgs
        {
            Labels = new Dictionary<string, string>(Labels()) { [RestrictedPod.App] = _name, [LeaseProtocol.FollowsLabel] = LeaseProtocol.Beacon },
        },
        Spec = PipelinePodSpec.Of(_region, _args.Workload, _args.Pipeline, _args.FollowerImage, _name, restart),
    };

    private void DeclareDeployment(Resource[] after)
    {
        var options = InNamespace(after);
        options.IgnoreChanges = ["spec.replicas"];
        var metadata = Followed();
        metadata.Annotations = new Dictionary<string, string>
        {
            [LeaseProtocol.ReplicasAnnotation] = _args.Pipeline.PodsAt(_args.Sizing).ToString(CultureInfo.InvariantCulture),
        };
        _ = new Kubernetes.Apps.V1.Deployment(
            _connection.Logical(_name),
            new Kubernetes.Types.Inputs.Apps.V1.DeploymentArgs
            {
                Metadata = metadata,
                Spec = new Kubernetes.Types.Inputs.Apps.V1.DeploymentSpecArgs
                {
                    Replicas = 0,
                    Selector = new LabelSelectorArgs { MatchLabels = { [RestrictedPod.App] = _name } },

                    // Never more of them than there should be.
                    Strategy = new Kubernetes.Types.Inputs.Apps.V1.DeploymentStrategyArgs
                    {
                        Type = "RollingUpdate",
                        RollingUpdate = new Kubernetes.Types.Inputs.Apps.V1.RollingUpdateDeploymentArgs { MaxSurge = 0, MaxUnavailable = 1 },
                    },
                    Template = Pods("Always"),
                },
            },
            options);
    }

    private void DeclareSchedule(string every, Resource[] after)
    {
        var options = InNamespace(after);
        options.IgnoreChanges = ["spec.suspend"];
        var pods = _args.Pipeline.PodsAt(_args.Sizing);
        _ = new Kubernetes.Batch.V1.CronJob(
            _connection.Logical(_name),
            new Kubernetes.Types.Inputs.Batch.V1.CronJobArgs
            {
                Metadata = Followed(),
                Spec = new Kubernetes.Types.Inputs.Batch.V1.CronJobSpecArgs
                {
                    Schedule = every,
                    TimeZone = "Etc/UTC",
                    Suspend = true,
                    ConcurrencyPolicy = "Forbid",

                    // A run that was missed by less is made up for; without a limit a hundred of them stop a schedule for good.
                    StartingDeadlineSeconds = 600,
                    JobTemplate = new Kubernetes.Types.Inputs.Batch.V1.JobTemplateSpecArgs
                    {
                        Metadata = new ObjectMetaArgs
                        {
                            Labels = new Dictionary<string, string>(Labels()) { [LeaseProtocol.FollowsLabel] = LeaseProtocol.Beacon },
                        },
                        Spec = new Kubernetes.Types.Inputs.Batch.V1.JobSpecArgs
                        {
                            Parallelism = pods,
                            Completions = pods,

                            // Another pod, behind a gate of its own, and not the same one again.
                            Template = Pods("Never"),
                        },
                    },
                },
            },
            options);
    }
}
