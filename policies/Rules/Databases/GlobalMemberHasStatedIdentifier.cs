using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberHasStatedIdentifier : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A member of a global database has an identifier that the program chose.",
        Why: "The failover plan and the alarms in the other Region can only name what can be computed; a made-up suffix is known to one stack alone.",
        Fix: "Set clusterIdentifier.",
        Severity.Low, "F3");

    public override IReadOnlyList<string> AppliesTo => [RdsTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var identifier = node.Input("clusterIdentifier");
        if (!node.Input("globalClusterIdentifier").IsStated())
        {
            return [Verdict.NotApplicable("it is in no global database")];
        }

        // Pulumi lists here what it filled in by itself.
        var madeUp = node.Input("__defaults").Value is ListValue defaults && defaults.Contains(PropertyValue.Of("clusterIdentifier"));
        return [identifier.IsUnknown ? Verdict.Unknown(identifier.Path)
            : identifier.IsStated() && !madeUp ? Verdict.Compliant
            : Verdict.Violation("its identifier is made up at deployment", identifier.Path)];
    }
}
