using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersUpgradeTogether : StackRule
{
    protected override RuleDescriptor About => new(
        "Instances of a global database take no minor upgrades on their own.",
        Why: "Secondaries must be upgraded before the primary; one that upgrades alone differs in version, and a managed failover to it is refused.",
        Fix: "Set autoMinorVersionUpgrade to false on every instance, and upgrade in order.",
        Severity.Medium, "F1");

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    =>
        from database in GlobalDatabase.AllIn(context.Estate)
        from member in database.Members
        from instance in ClusterInstances.Of(context.Estate, member)
        select new Finding(instance, FlagVerdict.Of(instance["autoMinorVersionUpgrade"], wanted: false, serviceDefault: true, "it takes minor upgrades on its own"));
}
