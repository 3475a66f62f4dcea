using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class SnapshotsCarryTags : ResourceRule
{
    protected override RuleDescriptor About => new(
        "Snapshots get the tags of their database.",
        Why: "Backup selections, retention and the search for what to restore go by tags: an untagged snapshot is not found and not kept.",
        Fix: "Set copyTagsToSnapshot to true.",
        Severity.Low, "B4 A2",
        Published: "RDS.16, RDS.17, CKV_AWS_313, CKV2_AWS_60, rds_cluster_copy_tags_to_snapshots");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster, RdsTypes.Instance, NeptuneTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (InstanceReplica.IsLocal(node))
        {
            return [Verdict.NotApplicable(InstanceReplica.HoldsNothing)];
        }

        return [FlagVerdict.Of(node["copyTagsToSnapshot"], wanted: true, serviceDefault: false, "snapshots get no tags")];
    }
}
