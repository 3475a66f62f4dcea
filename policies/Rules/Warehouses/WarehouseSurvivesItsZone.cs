using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseSurvivesItsZone : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A warehouse goes on in another zone when its own is lost.",
        Why: "In one zone the warehouse is gone until it is restored from a snapshot elsewhere.",
        Fix: "Set multiAz, or availabilityZoneRelocationEnabled where minutes of outage are accepted.",
        Severity.High, "F1",
        Published: "Redshift.18, redshift_cluster_multi_az_enabled");

    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var (zones, moves) = (node["multiAz"], node["availabilityZoneRelocationEnabled"]);
        yield return zones.Flag == true || moves.Flag == true ? Verdict.Compliant
            : zones.IsUnknown || moves.IsUnknown ? Verdict.Unknown((zones.IsUnknown ? zones : moves).Path)
            : Verdict.Violation("it is in one zone: neither multiAz nor availabilityZoneRelocationEnabled is on", zones.Path);
    }
}
