using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberStatesNoReplicationSource : ResourceRule
{
    public override string Description => "A member of a global database states no replication source.";

    public override string Why =>
        "The service fills it in and changes it at every failover; a stated one is refused at creation, and taking it out later is read as a promotion.";

    public override string Fix => "Remove replicationSourceIdentifier: the member joins by globalClusterIdentifier.";

    public override Severity Severity => Severity.High;

    public override IReadOnlyList<string> Practices => ["F1"];

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
