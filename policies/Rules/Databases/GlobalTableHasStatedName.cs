using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalTableHasStatedName : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [DynamoDbTypes.Table];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var replicas = GlobalTables.Listed(node);
        if (replicas.Count == 0 || replicas[0].IsListUnknown)
        {
            return [replicas.Count == 0 ? Verdict.NotApplicable("it has no replicas") : Verdict.Unknown(GlobalTables.ReplicasProperty)];
        }

        // Pulumi lists here what it filled in by itself.
        var madeUp = node.Input("__defaults").Value is ListValue defaults && defaults.Contains(PropertyValue.Of("name"));
        var name = node.Input("name");
        return [name.IsUnknown ? Verdict.Unknown(name.Path)
            : name.IsStated() && !madeUp ? Verdict.Compliant
            : Verdict.Violation("its name is made up at deployment", name.Path)];
    }
}
