using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseTakesFinalSnapshot : ResourceRule
{
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
