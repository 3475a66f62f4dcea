using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DataIsRetained : StackRule
{
    protected override RuleDescriptor About => new(
        "Where a program retains data that leaves the stack, it retains all of it.",
        Why: "When protect is lifted for one change, retainOnDelete is what still keeps the data of a resource that is taken out of the program.",
        Fix: "Set the resource option retainOnDelete.",
        Severity.Medium, "B4");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var node in context.Estate.OfTypes(DatabaseTypes.Data).Where(node => node.Stack.TellsRetention && !InstanceReplica.IsLocal(node)))
        {
            if (!node.Resource.RetainOnDelete)
            {
                yield return Finding.Violation(node, "its data goes when it leaves the program: retainOnDelete is off", "retainOnDelete");
            }
        }
    }
}
