using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseTakesFinalSnapshot : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A warehouse takes a snapshot before it is deleted.",
        Why: "Automated snapshots go with the cluster; the final one is what is left.",
        Fix: "Leave skipFinalSnapshot off, and name a finalSnapshotIdentifier.",
        Severity.High, "B4", Level.Mandatory);

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
