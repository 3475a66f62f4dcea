using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Data;

public sealed class GlobalNameIsStated : FamilyRule
{
    private protected override IReadOnlyList<Row> Table =>
    [
        new([RdsTypes.Cluster], (node, _) => [Stated(node, "clusterIdentifier")], node =>
            node.Input("globalClusterIdentifier").IsStated() ? null : "it is in no global database"),
        new([DynamoDbTypes.Table],
            (node, _) => [GlobalTables.Listed(node)[0].IsListUnknown ? Verdict.Unknown(GlobalTables.ReplicasProperty) : Stated(node, "name")], node =>
                GlobalTables.Listed(node).Count == 0 ? "it has no replicas" : null),
    ];

    // Pulumi lists in __defaults what it filled in by itself.
    private static Verdict Stated(Node node, string property)
    {
        var name = node.Input(property);
        var madeUp = node.Input("__defaults").Value is ListValue defaults && defaults.Contains(PropertyValue.Of(property));
        return name.IsUnknown ? Verdict.Unknown(name.Path)
            : name.IsStated() && !madeUp ? Verdict.Compliant
            : Verdict.Violation($"its {property} is generated at deployment", name.Path);
    }
}
