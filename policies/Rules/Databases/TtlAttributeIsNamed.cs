using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TtlAttributeIsNamed() : ResourceRule(DynamoDbTypes.Table)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var ttl = node["ttl"];
        return [ttl["enabled"].Flag == true && !ttl["attributeName"].IsStated()
            ? Verdict.Violation("items expire by no attribute", ttl["attributeName"].Path)
            : Verdict.Compliant];
    }
}
