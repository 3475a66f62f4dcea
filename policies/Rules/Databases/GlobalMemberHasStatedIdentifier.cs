using DrInfra.Policies.Aws.Rds;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalMemberHasStatedIdentifier : ResourceRule
{
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
