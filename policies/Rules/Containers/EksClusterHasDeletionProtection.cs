using DrInfra.Policies.Aws.Eks;

namespace DrInfra.Policies.Rules.Containers;

public sealed class EksClusterHasDeletionProtection() : ResourceRule(EksTypes.Cluster)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters) =>
        [FlagVerdict.Of(new EksCluster(node).DeletionProtection, wanted: true, serviceDefault: false, "the cluster has no deletion protection")];
}
