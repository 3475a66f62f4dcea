using DrInfra.Policies.Aws;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DataIsRetained : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var node in context.Estate.OfTypes(DatabaseTypes.Data).Where(node => node.Stack.TellsRetention && !InstanceReplica.IsLocal(node)))
        {
            if (!node.Resource.RetainOnDelete)
            {
                yield return Finding.Violation(node, "its data is deleted when it is removed from the program: retainOnDelete is off", "retainOnDelete");
            }
        }
    }
}
