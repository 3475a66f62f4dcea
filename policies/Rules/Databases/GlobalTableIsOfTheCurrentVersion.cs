using DrInfra.Policies.Aws.DynamoDb;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalTableIsOfTheCurrentVersion() : ResourceRule(DynamoDbTypes.GlobalTable)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [Verdict.Violation("it is a global table of version 2017.11.29")];
}
