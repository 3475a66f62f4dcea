using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberStatesNoReplicationSource : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A member of a global database states no replication source.",
        Why: "The service fills it in and changes it at every failover; a stated one is refused at creation, and taking it out later is read as a promotion.",
        Fix: "Remove replicationSourceIdentifier: the member joins by globalClusterIdentifier.",
        Severity.High, "F1");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster];

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
