using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class FinalSnapshotHasName : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster, RdsTypes.Instance, DocDbTypes.Cluster, NeptuneTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (node["skipFinalSnapshot"].Flag == true || InstanceReplica.IsReplica(node))
        {
            return [Verdict.NotApplicable("it takes no final snapshot")];
        }

        return [node["finalSnapshotIdentifier"].IsStated()
            ? Verdict.Compliant
            : Verdict.Violation("the final snapshot has no name, so a deletion is refused", "finalSnapshotIdentifier")];
    }
}
