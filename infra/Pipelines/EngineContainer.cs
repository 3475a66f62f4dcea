using Pulumi.Kubernetes.Types.Inputs.Core.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>What the containers of Flink and Spark have in common.</summary>
internal static class EngineContainer
{
    /// <summary>What the standard "restricted" of pod security asks of a container. Engines write beside their program, so its root is not read-only.</summary>
    public static SecurityContextArgs Security => new()
    {
        AllowPrivilegeEscalation = false,
        RunAsNonRoot = true,
        Capabilities = new CapabilitiesArgs { Drop = { "ALL" } },
    };
}
