using DrInfra.Policies.Aws.Redshift;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Warehouses;

public sealed class WarehouseSurvivesItsZone : ResourceRule
{
    public override IReadOnlyList<string> AppliesTo => [RedshiftTypes.Cluster];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var (zones, moves) = (node["multiAz"], node["availabilityZoneRelocationEnabled"]);
        yield return zones.Flag == true || moves.Flag == true ? Verdict.Compliant
            : zones.IsUnknown || moves.IsUnknown ? Verdict.Unknown((zones.IsUnknown ? zones : moves).Path)
            : Verdict.Violation("it is in one zone: neither multiAz nor availabilityZoneRelocationEnabled is on", zones.Path);
    }
}
