using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Protocol;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>What a pod of a follower is like.</summary>
internal static class FollowerPodSpec
{
    private const int ProbeSeconds = 5;
    private const int LiveFailures = 6;

    // It gives its place to the other one at once.
    private const int SecondsToEnd = 10;

    /// <summary>The pod.</summary>
    public static PodSpecArgs Of(RegionContext region, IReadOnlyList<WorkloadSettings> workloads, ContainerImage image) => new()
    {
        ServiceAccountName = Follower.Name,

        // It talks to the API server.
        AutomountServiceAccountToken = true,
        EnableServiceLinks = false,
        PriorityClassName = FollowerSettings.Namespace,
        TerminationGracePeriodSeconds = SecondsToEnd,
        NodeSelector = { ["karpenter.sh/nodepool"] = ClusterBaseline.NodePool },
        SecurityContext = RestrictedPod.SharedUser,
        TopologySpreadConstraints = RestrictedPod.Spread(Follower.Name),
        Containers =
        {
            new ContainerArgs
            {
                Name = Follower.Name,
                Image = ContainerRegistry.ImageIn(region, image),
                Args = { LeaseProtocol.FollowCommand },
                Env = LeaseEnvironment.OfFollower(region, workloads),
                Ports = { new ContainerPortArgs { Name = "probes", ContainerPortValue = LeaseProtocol.ProbePort, Protocol = "TCP" } },
                Resources = RestrictedPod.Resources(PodResources.FollowerMilliCpu, PodResources.FollowerMemoryMib),
                StartupProbe = Live(LiveFailures),
                ReadinessProbe = Live(2),
                LivenessProbe = Live(LiveFailures),
                SecurityContext = RestrictedPod.ContainerSecurity,
                VolumeMounts = { new VolumeMountArgs { Name = RestrictedPod.Scratch, MountPath = "/tmp" } },
            },
        },
        Volumes = { RestrictedPod.Empty(RestrictedPod.Scratch, "64Mi") },
    };

    private static ProbeArgs Live(int failures) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = LeaseProtocol.LivePath, Port = LeaseProtocol.ProbePort, Scheme = "HTTP" },
        PeriodSeconds = ProbeSeconds,
        TimeoutSeconds = 3,
        FailureThreshold = failures,
    };
}
