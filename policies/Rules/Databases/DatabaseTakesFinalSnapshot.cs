using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseTakesFinalSnapshot : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A database that is deleted leaves a final snapshot.",
        Why: "Without it a deletion ends with whatever the last backup holds, or with nothing.",
        Fix: "Set skipFinalSnapshot to false.",
        Severity.High, "B4", Level.Mandatory);

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster, RdsTypes.Instance, DocDbTypes.Cluster, NeptuneTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (InstanceReplica.IsReplica(node))
        {
            return [Verdict.NotApplicable("RDS takes no final snapshot of a read replica")];
        }

        return [FlagVerdict.Of(node["skipFinalSnapshot"], wanted: false, serviceDefault: false, "a deletion leaves no final snapshot")];
    }
}
