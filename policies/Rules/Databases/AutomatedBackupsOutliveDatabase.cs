using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class AutomatedBackupsOutliveDatabase : ResourceRule
{
    public override string Description => "Automated backups stay for their retention when the database is deleted.";

    public override string Why => "A deletion is what one wants to recover from; by default it takes the point-in-time window with it at once.";

    public override string Fix => "Set deleteAutomatedBackups to false.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["B4"];

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster, RdsTypes.Instance];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (InstanceReplica.IsLocal(node))
        {
            return [Verdict.NotApplicable(InstanceReplica.HoldsNothing)];
        }

        return [FlagVerdict.Of(node["deleteAutomatedBackups"], wanted: false, serviceDefault: true, "automated backups are deleted with the database")];
    }
}
