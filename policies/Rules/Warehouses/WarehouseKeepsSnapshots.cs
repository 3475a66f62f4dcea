using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseKeepsSnapshots : ResourceRule
{
    public override string Description => "A warehouse takes snapshots by itself, and keeps them long enough.";

    public override string Why => "Corruption is found days later; one day, the default, is then too short, and 0 turns snapshots off.";

    public override string Fix => "Set automatedSnapshotRetentionPeriod to at least minimumDays.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["B1", "B2", "B4"];

    public override IReadOnlyList<string> Also => ["REDSHIFT_BACKUP_ENABLED", "CKV_AWS_343", "redshift_cluster_automated_snapshot", "AwsSolutions-RS10"];

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
