using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberLeavesUpgradesToItsGlobalCluster() : ResourceRule(RdsTypes.Cluster)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (!node.Input("globalClusterIdentifier").IsStated() || !node.Input("engineVersion").IsStated())
        {
            return [Verdict.NotApplicable("it is in no global database, or states no version")];
        }

        return [IgnoredChanges.Contain(node, "engineVersion")
            ? Verdict.Compliant
            : Verdict.Violation("an update would upgrade only this member: engineVersion is not in ignoreChanges", "ignoreChanges")];
    }
}
