using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseIsEncrypted : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [FlagVerdict.Of(node["encrypted"], wanted: true, serviceDefault: false, "its data is not encrypted")];
    }
}
