using DrInfra.Policies.Aws.DynamoDb;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Databases;

public sealed class GlobalTableIsOfTheCurrentVersion : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A global table is of the version of 2019, declared by its replicas.",
        Why: "In the version of 2017 each Region's table is backed up, encrypted and protected by itself, and nothing keeps them alike.",
        Fix: "Declare replicas on the table instead of a GlobalTable.",
        Severity.Medium, "F1 T3");

    public override IReadOnlyList<string> AppliesTo => [DynamoDbTypes.GlobalTable];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    =>
        [Verdict.Violation("it is a global table of the version of 2017")];
}
