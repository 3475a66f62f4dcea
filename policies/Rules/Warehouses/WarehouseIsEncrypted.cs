using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseIsEncrypted : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A warehouse is encrypted.",
        Why: "Its snapshots, and what is copied to the other Region, are as open as it is.",
        Fix: "Set encrypted, and name a kmsKeyId.",
        Severity.High, "B5", Level.Mandatory);

    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [FlagVerdict.Of(node["encrypted"], wanted: true, serviceDefault: false, "its data is not encrypted")];
    }
}
