using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ClusterInstanceIsResizedAtOnce : StackRule
{
    protected override RuleDescriptor About => new(
        "A change of an instance of a global database is applied at once.",
        Why: "An activated standby grows now; left to the maintenance window it serves at its small size for up to a week.",
        Fix: "Set applyImmediately to true on the instances of every member.",
        Severity.Medium, "F3 H6");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    =>
        from database in GlobalDatabase.AllIn(context.Estate)
        from member in database.Members
        from instance in ClusterInstances.Of(context.Estate, member)
        select new Finding(instance, FlagVerdict.Of(instance["applyImmediately"], wanted: true, serviceDefault: false, "a new size waits for the maintenance window"));
}
