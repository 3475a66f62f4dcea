using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseInsightsAreOn : StackRule
{
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
                : Finding.Violation(instance, "neither Performance Insights nor Enhanced Monitoring is on", "performanceInsightsEnabled");
        }
    }
}
