using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TtlAttributeIsNamed() : ResourceRule(DynamoDbTypes.Table)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var ttl = node["ttl"];
        return [ttl["enabled"].Flag == true && !ttl["attributeName"].IsStated()
            ? Verdict.Violation("TTL is enabled without an attribute name", ttl["attributeName"].Path)
            : Verdict.Compliant];
    }
}
