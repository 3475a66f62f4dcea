using DrInfra.Policies.Aws.DocDb;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Neptune;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Rules.Databases;

public sealed class SubnetGroupSpansZones : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var estate = context.Estate;
        foreach (var group in estate.OfTypes(RdsTypes.SubnetGroup, DocDbTypes.SubnetGroup, NeptuneTypes.SubnetGroup))
        {
            var subnets = estate.References.FollowAll(group, group["subnetIds"], Ec2Types.Subnet);
            Node[] found = [.. subnets.Select(subnet => subnet.Target).OfType<Node>()];
            var zones = found.Select(Zone).OfType<string>().Distinct().Count();
            var wanted = Math.Max(2, Math.Min(context.Parameters["minimumZones"], found.Length == 0 ? 0 : ZonesOfNetwork(estate, found[0])));
            if (zones >= wanted)
            {
                continue;
            }

            // What is not among the resources, or has its zone picked by the service, may be in any zone.
            yield return subnets.Any(subnet => subnet.Target is not { } target || Zone(target) is null)
                ? Finding.Unknown(group, "subnetIds")
                : Finding.Violation(group, $"it covers {zones} {(zones == 1 ? "zone" : "zones")}, {wanted} needed", "subnetIds");
        }
    }

    private static int ZonesOfNetwork(Estate estate, Node subnet) => estate.OfType(Ec2Types.Subnet)
        .Where(other => other.Stack == subnet.Stack && estate.References.Follow(other, "vpcId", Ec2Types.Vpc).Target
            == estate.References.Follow(subnet, "vpcId", Ec2Types.Vpc).Target)
        .Select(Zone).OfType<string>().Distinct().Count();

    private static string? Zone(Node subnet) => subnet["availabilityZone"].Text ?? subnet["availabilityZoneId"].Text;
}
