using DrInfra.Infra.Cluster;
using DrInfra.Recovery.Protocol;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>
/// A pod of a pipeline: behind a gate that waits for the permission of its Region, and beside a watch that ends the work when the permission is
/// over. The watch is a sidecar of Kubernetes itself, so that it is there before the work begins and does not keep a job from ending
/// (https://kubernetes.io/docs/concepts/workloads/pods/sidecar-containers/).
/// </summary>
internal static class GatedPod
{
    // Work goes on for 15 seconds at most where its watch is gone, and ends in another 10: with the 30 of a permission that is less than the 60
    // after which another Region takes the lease.
    private const int ProbeSeconds = 5;
    private const int ProbeFailures = 2;

    private const int SecondsToEnd = 10;

    private const string Lease = "lease";

    /// <summary>The pod.</summary>
    /// <param name="args">The pipeline.</param>
    /// <param name="work">The container that does the work, without probe and volumes.</param>
    /// <param name="talksToCluster">Whether the work talks to the API server.</param>
    public static PodSpecArgs Around(PipelineArgs args, ContainerArgs work, bool talksToCluster = false)
    {
        // Where the watch itself is gone, or stands still: the kubelet ends the work then.
        work.LivenessProbe = Permitted();
        work.VolumeMounts = new[]
        {
            Mount(Lease, LeaseProtocol.Folder, true), Mount(RestrictedPod.Scratch, "/tmp"),
        };
        return new PodSpecArgs
        {
            ServiceAccountName = args.Name,
            AutomountServiceAccountToken = talksToCluster,
            EnableServiceLinks = false,
            PriorityClassName = args.Workload.Tier.Name,
            TerminationGracePeriodSeconds = SecondsToEnd,

            // So that the watch sees the processes that it ends.
            ShareProcessNamespace = true,
            NodeSelector = { ["karpenter.sh/nodepool"] = ClusterBaseline.NodePool },
            SecurityContext = RestrictedPod.SharedUser,
            TopologySpreadConstraints = RestrictedPod.Spread(args.Name),
            InitContainers =
            {
                OfProtocol(args, LeaseProtocol.GateContainer, LeaseProtocol.GateCommand),
                Watch(OfProtocol(args, LeaseProtocol.WatchContainer, LeaseProtocol.WatchCommand)),
            },
            Containers = { work },
            Volumes = { RestrictedPod.Empty(Lease, "1Mi"), RestrictedPod.Empty(RestrictedPod.Scratch, "1Gi") },
        };
    }

    private static ContainerArgs OfProtocol(PipelineArgs args, string name, string command) => new()
    {
        Name = name,
        Image = ContainerRegistry.ImageIn(args.Region, args.FollowerImage),
        Args = { command },
        Env = LeaseEnvironment.OfGate(args.Region, args.Workload),
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
