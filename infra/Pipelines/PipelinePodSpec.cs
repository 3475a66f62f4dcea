using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Messaging;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Protocol;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>
/// What a pod of a pipeline is like: behind a gate that waits for the permission of its Region, and beside a watch that ends the work when the
/// permission is over. The watch is a sidecar of Kubernetes itself, so that it is there before the work begins and does not keep a job from
/// ending (https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/).
/// </summary>
internal static class PipelinePodSpec
{
    /// <summary>The container that does the work.</summary>
    public const string Work = "work";

    // Work goes on for 15 seconds at most where its watch is gone, and ends in another 10: with the 30 of a permission that is less than the 60
    // after which another Region takes the lease.
    private const int ProbeSeconds = 5;
    private const int ProbeFailures = 2;

    private const int SecondsToEnd = 10;

    private const string Lease = "lease";

    /// <summary>The pod.</summary>
    /// <param name="region">Its Region.</param>
    /// <param name="workload">Its workload.</param>
    /// <param name="pipeline">Its pipeline.</param>
    /// <param name="followerImage">The image of gate and watch.</param>
    /// <param name="name">The name of the object that it is of.</param>
    /// <param name="restart">What becomes of containers that end.</param>
    public static PodSpecArgs Of(
        RegionContext region, WorkloadSettings workload, PipelineSettings pipeline, ContainerImage followerImage, string name, string restart) => new()
    {
        ServiceAccountName = name,
        AutomountServiceAccountToken = false,
        EnableServiceLinks = false,
        PriorityClassName = workload.Tier.Name,
        RestartPolicy = restart,
        TerminationGracePeriodSeconds = SecondsToEnd,

        // So that the watch sees the processes that it ends.
        ShareProcessNamespace = true,
        NodeSelector = { ["karpenter.sh/nodepool"] = ClusterBaseline.NodePool },
        SecurityContext = RestrictedPod.SharedUser,
        TopologySpreadConstraints = RestrictedPod.Spread(name),
        InitContainers =
        {
            OfProtocol(region, workload, followerImage, LeaseProtocol.GateContainer, LeaseProtocol.GateCommand),
            Watch(OfProtocol(region, workload, followerImage, LeaseProtocol.WatchContainer, LeaseProtocol.WatchCommand)),
        },
        Containers =
        {
            new ContainerArgs
            {
                Name = Work,
                Image = ContainerRegistry.ImageIn(region, pipeline.Image!),
                Env = Environment(region, workload, pipeline),
                Resources = RestrictedPod.Resources(pipeline.MilliCpu, pipeline.MemoryMib),

                // Where the watch itself is gone, or stands still: the kubelet ends the work then.
                LivenessProbe = Permitted(),
                SecurityContext = RestrictedPod.ContainerSecurity,
                VolumeMounts = { Mount(Lease, LeaseProtocol.Folder, true), Mount(RestrictedPod.Scratch, "/tmp") },
            },
        },
        Volumes = { RestrictedPod.Empty(Lease, "1Mi"), RestrictedPod.Empty(RestrictedPod.Scratch, "1Gi") },
    };

    private static EnvVarArgs[] Environment(RegionContext region, WorkloadSettings workload, PipelineSettings pipeline) =>
    [
        LeaseEnvironment.Variable("AWS_REGION", region.Region),
        LeaseEnvironment.Variable("RECOVERY_MANIFEST", region.Names.Manifest(workload.Name)),
        LeaseEnvironment.Variable("WORKLOAD", workload.Name),
        LeaseEnvironment.Variable("PIPELINE", pipeline.Name),
        LeaseEnvironment.Variable(LeaseProtocol.FolderVariable, LeaseProtocol.Folder),
        .. QueueEnvironment.Of(region.Identity, workload, region.Region, gated: true)
            .Concat(CatalogueEnvironment.Of(region.Identity, workload, region.Region))
            .Concat(KeyspaceAddress.Environment(region.Names, workload, region.Region))
            .Select(variable => LeaseEnvironment.Variable(variable.Name, variable.Value)),
    ];

    private static ContainerArgs OfProtocol(RegionContext region, WorkloadSettings workload, ContainerImage image, string name, string command) => new()
    {
        Name = name,
        Image = ContainerRegistry.ImageIn(region, image),
        Args = { command },
        Env = LeaseEnvironment.OfGate(region, workload),
        Resources = RestrictedPod.Resources(PodResources.WatchMilliCpu, PodResources.WatchMemoryMib),
        SecurityContext = RestrictedPod.ContainerSecurity,
        VolumeMounts = { Mount(Lease, LeaseProtocol.Folder), Mount(RestrictedPod.Scratch, "/tmp") },
    };

    // The work begins once the watch answers.
    private static ContainerArgs Watch(ContainerArgs container)
    {
        container.RestartPolicy = "Always";
        container.Ports = new[] { new ContainerPortArgs { Name = "permitted", ContainerPortValue = LeaseProtocol.ProbePort, Protocol = "TCP" } };
        container.StartupProbe = Permitted();
        return container;
    }

    private static ProbeArgs Permitted() => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = LeaseProtocol.PermittedPath, Port = LeaseProtocol.ProbePort, Scheme = "HTTP" },
        PeriodSeconds = ProbeSeconds,
        TimeoutSeconds = ProbeSeconds,
        FailureThreshold = ProbeFailures,
    };

    private static VolumeMountArgs Mount(string name, string path, bool readOnly = false)
    {
        var mount = new VolumeMountArgs { Name = name, MountPath = path };
        if (readOnly)
        {
            mount.ReadOnly = true;
        }

        return mount;
    }
}
