namespace DrInfra.Policies.Kubernetes.Volumes;

internal static class StatefulSetClaims
{
    /// <summary>Whether a stateful set claims volumes, or may.</summary>
    public static bool AreStated(Node node) => node["spec"]["volumeClaimTemplates"].IsStated();
}
