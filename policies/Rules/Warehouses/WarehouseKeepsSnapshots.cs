using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseKeepsSnapshots : ResourceRule
{
    public override IReadOnlyList<RuleParameter> Parameters =>
    [
        new("minimumDays", "Days that automated snapshots must be kept.", 7, 1, 35),
    ];

    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [NumberVerdict.AtLeast(new RedshiftCluster(node).SnapshotDays, parameters["minimumDays"], "automatedSnapshotRetentionPeriod", " days")];
    }
}
