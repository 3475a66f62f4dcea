using DrInfra.Infra.Settings;
using DrInfra.Recovery.Protocol;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace DrInfra.Infra.Pipelines;

/// <summary>What a follower may do in its cluster.</summary>
internal static class FollowerAccess
{
    /// <summary>
    /// In the namespace of a workload: start and suspend its pipelines. Which of the objects those are, a label says, which no rule can name.
    /// </summary>
    /// <remarks>The follower asks for all kinds of jobs; what it may not do for an engine that the workload has none of, it does not need.</remarks>
    public static PolicyRuleArgs[] ToStart(WorkloadSettings workload) =>
    [
        Rule("apps", ["deployments"], ["list"]),
        Rule("apps", ["deployments/scale"], ["patch"]),
        Rule("batch", ["cronjobs", "jobs"], ["list", "patch"]),
        Rule("flink.apache.org", ["flinkdeployments"], workload.Has(PipelineEngine.Flink) ? ["list", "patch"] : ["list"]),
        .. workload.Has(PipelineEngine.Flink)
            ? [Rule("flink.apache.org", ["flinkstatesnapshots"], ["create", "delete", "list"])]
            : Array.Empty<PolicyRuleArgs>(),
        Rule("sparkoperator.k8s.io", ["scheduledsparkapplications"], workload.Has(PipelineEngine.Spark) ? ["list", "patch"] : ["list"]),
    ];

    /// <summary>In its own namespace: lead, or wait. No rule can name what is created.</summary>
    public static PolicyRuleArgs[] ToLead
    {
        get
        {
            var named = Rule("coordination.k8s.io", ["leases"], ["get", "update"]);
            named.ResourceNames = new[] { LeaseProtocol.LeaderLease };
            return [Rule("coordination.k8s.io", ["leases"], ["create"]), named];
        }
    }

    private static PolicyRuleArgs Rule(string group, string[] resources, string[] verbs) =>
        new() { ApiGroups = new[] { group }, Resources = resources, Verbs = verbs };
}
