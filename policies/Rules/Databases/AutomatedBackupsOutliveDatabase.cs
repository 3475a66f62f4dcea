using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class AutomatedBackupsOutliveDatabase() : ResourceRule(RdsTypes.Cluster, RdsTypes.Instance)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (InstanceReplica.IsLocal(node))
        {
            return [Verdict.NotApplicable(InstanceReplica.HoldsNothing)];
        }

        return [FlagVerdict.Of(node["deleteAutomatedBackups"], wanted: false, serviceDefault: true, "automated backups are deleted with the database")];
    }
}
