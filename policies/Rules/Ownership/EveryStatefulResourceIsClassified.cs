namespace DrInfra.Policies.Rules.Ownership;

public sealed class EveryStatefulResourceIsClassified : StackRule
{
    public override string Description => "Every resource that holds data belongs to a workload.";

    public override string Why => "Data of no workload has no objective, no owner, and is missed when everything else is recovered.";

    public override string Fix => "Tag the resource with dr:workload and dr:tier, or list it under workloads in recovery.yaml.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["A2", "A1"];

    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        context.Recovery.Value.Unclassified.Where(node => !node.Stack.IsForeign)
            .Select(node => Finding.Violation(node, "it holds data and belongs to no workload", "tags"));
}
