using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseTakesFinalSnapshot : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return FlagVerdict.Of(node["skipFinalSnapshot"], wanted: false, serviceDefault: false, "no snapshot is taken before it is deleted");
        if (node["skipFinalSnapshot"].Flag != true && !node.Input("finalSnapshotIdentifier").IsStated())
        {
            yield return Verdict.Violation("the final snapshot has no name: the deletion fails", "finalSnapshotIdentifier");
        }
    }
}
