using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class SnapshotsCarryTags : ResourceRule
{
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
