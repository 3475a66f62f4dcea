using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMembersUpgradeTogether : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    =>
        from database in GlobalDatabase.AllIn(context.Estate)
        from member in database.Members
        from instance in ClusterInstances.Of(context.Estate, member)
        select new Finding(
            instance, FlagVerdict.Of(instance["autoMinorVersionUpgrade"], wanted: false, serviceDefault: true, "it takes automatic minor upgrades"));
}
