using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Eks;

namespace DrInfra.Policies.Rules.Containers;

public sealed class NodesSpanZones : StackRule
{
    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        foreach (var group in context.Estate.OfType(EksTypes.NodeGroup))
        {
            var subnets = context.Estate.References.FollowAll(group, group["subnetIds"], Ec2Types.Subnet);
            var zones = subnets.Select(subnet =>
                subnet.Target?["availabilityZone"].Text ?? subnet.Target?["availabilityZoneId"].Text ?? subnet.Target?.Urn ?? subnet.Text)
                .OfType<string>().Distinct(StringComparer.Ordinal).Count();
            if (zones < 2)
            {
                yield return subnets.Any(subnet => subnet.IsUnknown)
                    ? Finding.Unknown(group, "subnetIds")
                    : Finding.Violation(group, "its nodes are in one zone, two needed", "subnetIds");
            }

            var sizes = group["scalingConfig"];
            if (sizes["maxSize"].Number is { } most && most <= (sizes["minSize"].Number ?? 0))
            {
                yield return Finding.Violation(group, $"maxSize and minSize are both {most}, so it cannot scale out", sizes["maxSize"].Path);
            }

            if (sizes["maxSize"].Number < sizes["desiredSize"].Number || sizes["desiredSize"].Number < sizes["minSize"].Number)
            {
                yield return Finding.Violation(
                    group, $"desiredSize is {sizes["desiredSize"]}, outside of {sizes["minSize"]} to {sizes["maxSize"]}", sizes["desiredSize"].Path);
            }
        }
    }
}
