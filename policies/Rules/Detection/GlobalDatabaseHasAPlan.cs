using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class GlobalDatabaseHasAPlan : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        var plans = estate.OfType(RegionSwitchTypes.Plan);
        var promoted = plans.SelectMany(plan => PlanStep.Configs(plan, "globalAuroraConfigs")
            .Select(config => PlanReference.Follow(estate, plan, config.Config["globalClusterIdentifier"], RdsTypes.GlobalCluster).Target)).ToHashSet();

        // A stranger may have another orchestrator, unless Region-switch plans show that this is the one.
        return from global in estate.OfType(RdsTypes.GlobalCluster)
               where (plans.Count > 0 || !global.Stack.IsForeign) && !promoted.Contains(global)
                   && GlobalMembers.Of(estate, global).Select(member => member.Region).Distinct().Count() > 1
               select Finding.Violation(global, "it has members in several Regions, but no Region switch plan promotes it");
    }
}
