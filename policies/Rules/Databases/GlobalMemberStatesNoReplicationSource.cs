using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberStatesNoReplicationSource() : ResourceRule(RdsTypes.Cluster)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        if (!node.Input("globalClusterIdentifier").IsStated())
        {
            return [Verdict.NotApplicable("it is in no global database")];
        }

        // Only what the program states: on a deployed secondary the service's own value stands among the outputs.
        var source = node.Input("replicationSourceIdentifier");
        return [source.IsStated() ? Verdict.Violation("it states a replication source", source.Path) : Verdict.Compliant];
    }
}
