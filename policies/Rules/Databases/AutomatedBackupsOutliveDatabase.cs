using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class AutomatedBackupsOutliveDatabase : ResourceRule
{
    protected override RuleDescriptor About => new(
        "Automated backups stay for their retention when the database is deleted.",
        Why: "A deletion is what one wants to recover from; by default it takes the point-in-time window with it at once.",
        Fix: "Set deleteAutomatedBackups to false.",
        Severity.Medium, "B4");

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
