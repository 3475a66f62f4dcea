using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseTakesUpgrades : ResourceRule
{
    public override string Description => "A warehouse takes the upgrades of its version in its maintenance window.";

    public override string Why => "A cluster of an old version cannot be restored into a Region that offers newer ones alone.";

    public override string Fix => "Leave allowVersionUpgrade on, and state a preferredMaintenanceWindow.";

    public override Severity Severity => Severity.Low;

    public override IReadOnlyList<string> Practices => ["A4"];

    public override IReadOnlyList<string> Also => ["redshift-cluster-maintenance-settings"];

    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        yield return FlagVerdict.Of(node["allowVersionUpgrade"], wanted: true, serviceDefault: true, "it takes no upgrades");
        yield return !node["preferredMaintenanceWindow"].IsStated() ? Verdict.Violation("it states no maintenance window: the service picks one", "preferredMaintenanceWindow") : Verdict.Compliant;
    }
}
