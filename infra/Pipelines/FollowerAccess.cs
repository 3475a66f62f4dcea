using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>What a follower may do in its cluster.</summary>
internal static class FollowerAccess
{
    /// <summary>
    /// In the namespace of a workload: start and suspend its pipelines. Which of the objects those are, a label says, which no rule can name.
    /// </summary>
    public static PolicyRuleArgs[] ToStart =>
    [
        Rule("apps", ["deployments"], ["get", "list", "watch"]),
        Rule("apps", ["deployments/scale"], ["get", "patch", "update"]),
        Rule("batch", ["cronjobs", "jobs"], ["get", "list", "patch"]),
    ];

    /// <summary>In its own namespace: lead, or wait.</summary>
    public static PolicyRuleArgs[] ToLead => [Rule("coordination.k8s.io", ["leases"], ["create", "get", "update"])];

    private static PolicyRuleArgs Rule(string group, string[] resources, string[] verbs) =>
        new() { ApiGroups = new[] { group }, Resources = resources, Verbs = verbs };
}
