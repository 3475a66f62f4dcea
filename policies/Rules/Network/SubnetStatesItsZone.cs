using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Rules.Network;

public sealed class SubnetStatesItsZone() : ResourceRule(Ec2Types.Subnet)
{
    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var zone = node.Input("availabilityZone");
        if (zone.IsUnknown || node.Input("availabilityZoneId").IsUnknown)
        {
            return [Verdict.Unknown(zone.IsUnknown ? zone.Path : "availabilityZoneId")];
        }

        if (zone.IsAbsent)
        {
            return [node.Input("availabilityZoneId").IsAbsent ? Verdict.Violation("it states no zone, so AWS chooses one", zone.Path) : Verdict.Compliant];
        }

        return [node.Region is { } region && zone.Text?.StartsWith(region, StringComparison.Ordinal) != true
            ? Verdict.Violation($"its zone is {zone}, a zone in {region} needed", zone.Path)
            : Verdict.Compliant];
    }
}
