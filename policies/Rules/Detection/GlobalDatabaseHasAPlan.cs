using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class GlobalDatabaseHasAPlan : StackRule
{
    protected override RuleDescriptor About => new(
        "A global database with members in several Regions is promoted by a Region-switch plan.",
        Why: "A copy that no plan promotes is promoted by hand, from memory, under pressure: that is where recovery time goes.",
        Fix: "Add a step AuroraGlobalDatabase for it to the plan of its workload.",
        Severity.High, "F3");

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
               select Finding.Violation(global, "it has members in several Regions, and no plan promotes it");
    }
}
