using DrInfra.Policies.Aws.Eks;
using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Kubernetes;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanScalesThePodsOfItsWorkload : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var deployments = Deployment.AllIn(estate).Where(deployment => deployment.Scaler is not null && deployment.Node.Workload is not null)
            .ToLookup(deployment => deployment.Node.Workload!);
        foreach (var plan in estate.OfType(RegionSwitchTypes.Plan).Where(plan => plan.Workload is not null))
        {
            string?[] regions = [.. plan["regions"].Items.Select(region => region.Text)];
            foreach (var deployment in deployments[plan.Workload!])
            {
                // One that cannot grow, or has its full size, has nothing to be scaled to.
                if (!(deployment.Least < deployment.Most) || !regions.Contains(PodClusters.In(estate).RegionOf(deployment.Node), StringComparer.Ordinal)
                    || PlannedPods.In(estate).Of(deployment.Node).Count > 0)
                {
                    continue;
                }

                yield return plan["workflows"].IsUnknown || PlannedPods.In(estate).All.Any(entry => entry.Plan == plan && entry.IsUnknown)
                    ? Finding.Unknown(plan, "workflows")
                    : Finding.Violation(plan, $"no step scales {deployment.Node.Name}, so its pods wait for the load", "workflows");
            }
        }
    }
}
