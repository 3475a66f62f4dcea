using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class ClusterInstanceIsResizedAtOnce : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    =>
        from database in GlobalDatabase.AllIn(context.Estate)
        from member in database.Members
        from instance in ClusterInstances.Of(context.Estate, member)
        select new Finding(
            instance, FlagVerdict.Of(instance["applyImmediately"], wanted: true, serviceDefault: false,
                "changes wait for the maintenance window: applyImmediately is off"));
}
