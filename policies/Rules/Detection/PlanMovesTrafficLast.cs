using DrInfra.Policies.Aws.RegionSwitch;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanMovesTrafficLast() : ResourceRule(RegionSwitchTypes.Plan)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var steps = PlanStep.Of(node);
        return from traffic in steps
               where traffic.MovesTraffic
               from other in steps
               where other.Prepares && other.Workflow == traffic.Workflow && other.Order >= traffic.Order
               select Verdict.Violation($"the step {traffic.Name} moves traffic before {other.Name} is done", traffic.Block.Path);
    }
}
