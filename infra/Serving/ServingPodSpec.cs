using DrInfra.Infra.Cluster;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Data;
using DrInfra.Infra.Messaging;
using DrInfra.Infra.Settings;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace DrInfra.Infra.Serving;

/// <summary>What a pod of a workload is like.</summary>
internal static class ServingPodSpec
{
    private const int ProbeSeconds = 5;

    // The load balancer goes on sending for a moment after a pod was told to end, and lets its clients go after a minute (ServingEndpoint).
    private const int SecondsUntilUnknown = 15;
    private const int SecondsToEnd = SecondsUntilUnknown + ServingEndpoint.DeregistrationSeconds + 15;

    public static PodSpecArgs Of(RegionContext region, WorkloadSettings workload, ServingSettings serving, string name) => new()
    {
        ServiceAccountName = name,
        AutomountServiceAccountToken = false,
        EnableServiceLinks = false,
        PriorityClassName = workload.Tier.Name,
        TerminationGracePeriodSeconds = SecondsToEnd,
        NodeSelector = { ["karpenter.sh/nodepool"] = ClusterBaseline.NodePool },
        SecurityContext = new PodSecurityContextArgs
        {
            RunAsNonRoot = true,
            SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
        },
        TopologySpreadConstraints = RestrictedPod.Spread(name),
        Containers =
        {
            new ContainerArgs
            {
                Name = ServingPods.Part,
                Image = ContainerRegistry.ImageIn(region, serving.Image),
                Ports = { new ContainerPortArgs { Name = "https", ContainerPortValue = serving.Port, Protocol = "TCP" } },
                Env = Environment(region, workload),
                Resources = RestrictedPod.Resources(serving.MilliCpu, serving.MemoryMib),
                StartupProbe = Probe(HealthPaths.Live, serving.Port, (int)Math.Ceiling(serving.Startup.TotalSeconds / ProbeSeconds)),
                ReadinessProbe = Probe(HealthPaths.Ready, serving.Port, 2),
                LivenessProbe = Probe(HealthPaths.Live, serving.Port, 6),
                Lifecycle = new LifecycleArgs
                {
                    PreStop = new LifecycleHandlerArgs { Sleep = new SleepActionArgs { Seconds = SecondsUntilUnknown } },
                },
                SecurityContext = RestrictedPod.ContainerSecurity,
                VolumeMounts = { new VolumeMountArgs { Name = RestrictedPod.Scratch, MountPath = "/tmp" } },
            },
        },
        Volumes = { RestrictedPod.Empty(RestrictedPod.Scratch, "1Gi") },
    };

    private static EnvVarArgs[] Environment(RegionContext region, WorkloadSettings workload) =>
    [
        new() { Name = "AWS_REGION", Value = region.Region },
        new() { Name = "RECOVERY_MANIFEST", Value = region.Names.Manifest(workload.Name) },
        new() { Name = "WORKLOAD", Value = workload.Name },
        .. QueueEnvironment.Of(region.Identity, workload, region.Region, gated: false)
            .Concat(CatalogueEnvironment.Of(region.Identity, workload, region.Region))
            .Concat(KeyspaceAddress.Environment(region.Names, workload, region.Region))
            .Select(variable => new EnvVarArgs { Name = variable.Name, Value = variable.Value }),
    ];

    private static ProbeArgs Probe(string path, int port, int failures) => new()
    {
        HttpGet = new HTTPGetActionArgs { Path = path, Port = port, Scheme = "HTTPS" },
        PeriodSeconds = ProbeSeconds,
        TimeoutSeconds = 3,
        FailureThreshold = failures,
    };
}
