using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseTakesFinalSnapshot : ResourceRule
{
    public override string Description => "A warehouse takes a snapshot before it is deleted.";

    public override string Why => "Automated snapshots go with the cluster; the final one is what is left.";

    public override string Fix => "Leave skipFinalSnapshot off, and name a finalSnapshotIdentifier.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B4"];

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
