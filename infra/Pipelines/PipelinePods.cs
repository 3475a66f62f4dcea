using System.Globalization;
using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Recovery.Protocol;
using DrInfra.Recovery;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Kubernetes = Pulumi.Kubernetes;

namespace DrInfra.Infra.Pipelines;

/// <summary>
/// The pods of a pipeline in one Region. They are declared alike in both Regions, and run in neither: the Region's follower starts them, and
/// suspends them again. So no plan and no autoscaler names them, and what the follower writes is left as it is.
/// </summary>
[Practices("F1", "H2", "H4")]
public sealed class PipelinePods : ComponentResource
{
    private readonly PipelineArgs _args;
    private readonly ClusterConnection _connection;
    private readonly string _workload;
    private readonly string _name;

    /// <summary>Declares the pods and what they need.</summary>
    public PipelinePods(string name, PipelineArgs args, ComponentResourceOptions? options = null)
        : base("drinfra:pipelines:PipelinePods", name, options)
    {
        _args = args;
        _connection = args.Cluster.Connection;
        _workload = args.Workload.Name;
        _name = args.Name;
        var account = PipelineAccount.Declare(this, args);
        if (args.Pipeline.Every is { } every)
        {
            DeclareSchedule(every, account);
        }
        else
        {
            OneAtATime.Declare(_connection.Logical(_name), KubernetesObject.Named(_name, Labels(), _workload), _name, InNamespace());
            DeclareDeployment(account);
        }

        Region = Output.Create(args.Region.Region);
        ObjectName = Output.Create(_name);
        RegisterOutputs();
    }

    /// <summary>The Region's name.</summary>
    [Output("region")]
    public Output<string> Region { get; private set; }

    /// <summary>The name of the deployment, or of the job with a schedule.</summary>
    [Output("objectName")]
    public Output<string> ObjectName { get; private set; }

    private Dictionary<string, string> Labels() => _args.Region.Labels(Belonging.To(_args.Workload));

    private CustomResourceOptions InNamespace(params Resource[] after) => _args.InNamespace(this, after);

    private PodTemplateSpecArgs Pods(string restart) => new()
    {
        Metadata = new ObjectMetaArgs { Labels = _args.PodLabels },
        Spec = PipelinePodSpec.Of(_args, restart),
    };

    private void DeclareDeployment(Resource[] after)
    {
        var options = InNamespace(after);
        options.IgnoreChanges = ["spec.replicas"];
        var metadata = _args.Followed;
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
                Metadata = _args.Followed,
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
