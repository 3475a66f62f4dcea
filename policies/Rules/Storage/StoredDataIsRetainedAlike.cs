namespace DrInfra.Policies.Rules.Storage;

public sealed class StoredDataIsRetainedAlike : StackRule
{
    // The engine does not tell a policy of this option: where no resource has it, it may just not be told.
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from stack in context.Estate.Stacks
        where stack.TellsRetention && stack.Nodes.Any(node => node.Resource.RetainOnDelete)
        let stored = stack.Nodes.Where(node => StoredTypes.Retained.Contains(node.Type, StringComparer.Ordinal))
        from node in stored
        where !node.Resource.RetainOnDelete
        select Finding.Violation(node, "it is deleted when it is removed from the program, but others of the stack are retained: retainOnDelete is off");
}
