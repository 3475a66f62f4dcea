using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseIsWatchedInside : StackRule
{
    protected override RuleDescriptor About => new(
        "An instance reports what its sessions wait for, or how its machine does.",
        Why: "Why a promoted database is slow can only be told from waits and from the operating system; plain metrics show that it is, not why.",
        Fix: "Set performanceInsightsEnabled, or a monitoringInterval with its role.",
        Severity.Low, "F6 H7",
        Published: "AVD-AWS-0133, CKV_AWS_118");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var instance in context.Estate.OfTypes(RdsTypes.ClusterInstance, RdsTypes.Instance))
        {
            var cluster = context.Estate.References.Follow(instance, "clusterIdentifier", RdsTypes.Cluster).Target;
            Node[] nodes = cluster is null ? [instance] : [instance, cluster];
            if (nodes.Any(node => node["performanceInsightsEnabled"].Flag == true || node["monitoringInterval"].Number > 0))
            {
                continue;
            }

            yield return nodes.Any(node => node["performanceInsightsEnabled"].IsUnknown || node["monitoringInterval"].IsUnknown)
                ? Finding.Unknown(instance, "performanceInsightsEnabled")
                : Finding.Violation(instance, "neither performance insights nor enhanced monitoring is on", "performanceInsightsEnabled");
        }
    }
}
