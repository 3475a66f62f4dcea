namespace DrInfra.Policies.Rules.Storage;

public sealed class StoredDataIsRetainedAlike : StackRule
{
    protected override RuleDescriptor About => new(
        "A stack that keeps what holds data when it leaves the program keeps all of it, with its keys, versions and replication.",
        Why: "A bucket that is kept while its key, its versioning or its replication is deleted is unreadable, or no longer has copies.",
        Fix: "Set the resource option retainOnDelete to true on all buckets, their versioning and replication, keys and secrets of the stack.",
        Severity.Medium, "B4");

    // The engine does not tell a policy of this option: where no resource has it, it may just not be told.
    public override IEnumerable<Finding> Evaluate(RuleContext context) =>
        from stack in context.Estate.Stacks
        where stack.TellsRetention && stack.Nodes.Any(node => node.Resource.RetainOnDelete)
        let stored = stack.Nodes.Where(node => StoredTypes.Retained.Contains(node.Type, StringComparer.Ordinal))
        from node in stored
        where !node.Resource.RetainOnDelete
        select Finding.Violation(node, "is deleted when it leaves the program, while others of the stack are kept: retainOnDelete is off");
}
