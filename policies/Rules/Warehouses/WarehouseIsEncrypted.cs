using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseIsEncrypted : ResourceRule
{
    public override string Description => "A warehouse is encrypted.";

    public override string Why => "Its snapshots, and what is copied to the other Region, are as open as it is.";

    public override string Fix => "Set encrypted, and name a kmsKeyId.";

    public override Severity Severity => Severity.High;

    public override Level Level => Level.Mandatory;

    public override IReadOnlyList<string> Practices => ["B5"];

    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        return [FlagVerdict.Of(node["encrypted"], wanted: true, serviceDefault: false, "its data is not encrypted")];
    }
}
