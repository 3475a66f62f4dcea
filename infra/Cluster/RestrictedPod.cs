using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace DrInfra.Infra.Cluster;

/// <summary>What the pods of workloads, pipelines and followers have in common.</summary>
internal static class RestrictedPod
{
    /// <summary>The label that selects the pods of one object.</summary>
    public const string App = "app.kubernetes.io/name";

    // No user of any image: a watch ends the processes of its neighbours, which it may where they run as the same user.
    private const int User = 10_001;

    /// <summary>Where a container may write.</summary>
    public const string Scratch = "scratch";

    /// <summary>The same user for all containers, who is not root.</summary>
    public static PodSecurityContextArgs SharedUser => new()
    {
        RunAsNonRoot = true,
        RunAsUser = User,
        RunAsGroup = User,
        FsGroup = User,
        SeccompProfile = new SeccompProfileArgs { Type = "RuntimeDefault" },
    };

    /// <summary>What the standard "restricted" of pod security asks of a container, and a root that nobody writes to.</summary>
    public static SecurityContextArgs ContainerSecurity => new()
    {
        AllowPrivilegeEscalation = false,
        ReadOnlyRootFilesystem = true,
        RunAsNonRoot = true,
        Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
    };

    /// <summary>Over zones where that is possible at all, and over nodes rather than not. Nodes of a zone that is lost are tainted: they do not
    /// count as places, or the other zones would wait for it.</summary>
    public static InputList<TopologySpreadConstraintArgs> Spread(string name) => new[]
    {
        Over("topology.kubernetes.io/zone", "DoNotSchedule", name),
        Over("kubernetes.io/hostname", "ScheduleAnyway", name),
    };

    /// <summary>What a container asks for and may have.</summary>
    public static ResourceRequirementsArgs Resources(int milliCpu, int memoryMib) => new()
    {
        Requests = { ["cpu"] = $"{milliCpu}m", ["memory"] = $"{memoryMib}Mi" },
        Limits = { ["memory"] = $"{memoryMib}Mi" },
    };

    /// <summary>A volume that is gone with its pod.</summary>
    public static VolumeArgs Empty(string name, string limit) =>
        new() { Name = name, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = limit } };

    private static TopologySpreadConstraintArgs Over(string over, string otherwise, string name) => new()
    {
        MaxSkew = 1,
        TopologyKey = over,
        WhenUnsatisfiable = otherwise,
        NodeTaintsPolicy = "Honor",
        LabelSelector = new LabelSelectorArgs { MatchLabels = { [App] = name } },
    };
}
