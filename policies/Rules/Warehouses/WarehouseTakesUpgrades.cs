using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseTakesUpgrades : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A warehouse takes the upgrades of its version in its maintenance window.",
        Why: "A cluster of an old version cannot be restored into a Region that offers newer ones alone.",
        Fix: "Leave allowVersionUpgrade on, and state a preferredMaintenanceWindow.",
        Severity.Low, "A4",
        Published: "redshift-cluster-maintenance-settings");

    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return FlagVerdict.Of(node["allowVersionUpgrade"], wanted: true, serviceDefault: true, "it takes no upgrades");
        yield return !node["preferredMaintenanceWindow"].IsStated() ? Verdict.Violation("it states no maintenance window: the service picks one", "preferredMaintenanceWindow") : Verdict.Compliant;
    }
}
