using DrInfra.Policies.Aws.RegionSwitch;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Detection;

public sealed class PlanMovesTrafficLast : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A Region-switch plan moves traffic after its steps that promote databases and raise capacity.",
        Why: "Traffic that arrives before the promotion writes to a read-only database; before the capacity, it takes the few servers of the standby down.",
        Fix: "Put the step Route53HealthCheck or ARCRoutingControl behind all others, not beside them in a Parallel block.",
        Severity.Critical, "F2 F3");

    public override IReadOnlyList<string> AppliesTo => [RegionSwitchTypes.Plan];

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
