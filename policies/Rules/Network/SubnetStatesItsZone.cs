using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Network;

public sealed class SubnetStatesItsZone : ResourceRule
{
    protected override RuleDescriptor About => new(
        "A subnet states its Availability Zone, one of its own Region.",
        Why: "Where the service chooses, the subnets of a tier may all come to be in one zone, and what is spread over them is lost with it.",
        Fix: "Set availabilityZone, or availabilityZoneId, on the subnet: another one for each subnet of a tier.",
        Severity.Medium, "F1 H6");

    public override IReadOnlyList<string> AppliesTo => [Ec2Types.Subnet];

    public override IEnumerable<Verdict> Evaluate(Node node, RuleParameters parameters)
    {
        var zone = node.Input("availabilityZone");
        if (zone.IsUnknown || node.Input("availabilityZoneId").IsUnknown)
        {
            return [Verdict.Unknown(zone.IsUnknown ? zone.Path : "availabilityZoneId")];
        }

        if (zone.IsAbsent)
        {
            return [node.Input("availabilityZoneId").IsAbsent ? Verdict.Violation("its zone is left to the service", zone.Path) : Verdict.Compliant];
        }

        return [node.Region is { } region && zone.Text?.StartsWith(region, StringComparison.Ordinal) != true
            ? Verdict.Violation($"its zone is {zone}, one of {region} needed", zone.Path)
            : Verdict.Compliant];
    }
}
