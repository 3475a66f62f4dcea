namespace DrInfra.Policies.Rules.Ownership;

public sealed class EveryStatefulResourceIsClassified : StackRule
{
    protected override RuleDescriptor About => new(
        "Every resource that holds data belongs to a workload.",
        Why: "Data of no workload has no objective, no owner, and is missed when everything else is recovered.",
        Fix: "Tag the resource with dr:workload and dr:tier, or list it under workloads in recovery.yaml.",
        Severity.High, "A2 A1", Level.Mandatory);

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Recovery.Value.Unclassified.Where(node => !node.Stack.IsForeign)
            .Select(node => Finding.Violation(node, "it holds data and belongs to no workload", "tags"));
}
