namespace DrInfra.Policies.Rules.Ownership;

public sealed class EveryStatefulResourceIsClassified : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Recovery.Value.Unclassified.Where(node => !node.Stack.IsForeign)
            .Select(node => Finding.Violation(node, "it holds data and belongs to no workload", "tags"));
}
