using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class TableExpiryIsComplete : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A table that expires items names the attribute with their time.",
        Why: "Without it the update is refused, and the table of a rebuild is not made.",
        Fix: "Set ttl.attributeName.",
        Severity.Low, "F1");

    public override IReadOnlyList<string> AppliesTo => [DynamoDbTypes.Table];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var ttl = node["ttl"];
        return [ttl["enabled"].Flag == true && !ttl["attributeName"].IsStated()
            ? Verdict.Violation("items expire by no attribute", ttl["attributeName"].Path)
            : Verdict.Compliant];
    }
}
