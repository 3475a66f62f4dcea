using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class DatabaseHasDeletionProtection : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo =>
    [
        RdsTypes.GlobalCluster, RdsTypes.Cluster, RdsTypes.Instance, DocDbTypes.GlobalCluster,
        DocDbTypes.Cluster, NeptuneTypes.GlobalCluster, NeptuneTypes.Cluster,
    ];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (InstanceReplica.IsLocal(node))
        {
            return [Verdict.NotApplicable(InstanceReplica.HoldsNothing)];
        }

        return [FlagVerdict.Of(node["deletionProtection"], wanted: true, serviceDefault: false, "the database may be deleted: deletion protection is off")];
    }
}
