using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseTakesUpgrades : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return FlagVerdict.Of(node["allowVersionUpgrade"], wanted: true, serviceDefault: true, "it takes no upgrades");
        yield return !node["preferredMaintenanceWindow"].IsStated() ? Verdict.Violation("it states no maintenance window: the service picks one", "preferredMaintenanceWindow") : Verdict.Compliant;
    }
}
