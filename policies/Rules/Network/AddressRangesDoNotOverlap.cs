using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Graph;

namespace DrInfra.Policies.Rules.Network;

public sealed class AddressRangesDoNotOverlap : StackRule
{
    public override string Description => "VPCs of different Regions have disjoint ranges, and subnets lie in their VPC without overlap.";

    public override string Why => "Networks with the same addresses can never be joined, and the range of a VPC cannot be changed when the failover needs it.";

    public override string Fix => "Give each Region a range of its own, and each subnet its own part of it.";

    public override Severity Severity => Severity.Medium;

    public override IReadOnlyList<string> Practices => ["H5"];

    public override IEnumerable<Finding> Evaluate(RuleContext context)
    {
        var vpcs = Ranges(context.Estate, Ec2Types.Vpc);
        var subnets = Ranges(context.Estate, Ec2Types.Subnet);
        return Invalid(context.Estate, Ec2Types.Vpc).Concat(Invalid(context.Estate, Ec2Types.Subnet))
            .Concat(Overlaps(vpcs.Where(vpc => vpc.Node.Region is not null), (one, other) => one.Region != other.Region))
            .Concat(subnets.GroupBy(subnet => Vpc(context.Estate, subnet.Node)).Where(group => group.Key is not null)
                .SelectMany(group => Overlaps(group, (_, _) => true).Concat(Outside(vpcs.Where(vpc => vpc.Node == group.Key), group))));
    }

    private static Node? Vpc(Estate estate, Node subnet) => estate.References.Follow(subnet, "vpcId", Ec2Types.Vpc).Target;

    private static (Node Node, AddressRange Range)[] Ranges(Estate estate, string type) => [.. estate.OfType(type)
        .Where(node => AddressRange.Parse(node["cidrBlock"].Text) is not null)
        .Select(node => (node, AddressRange.Parse(node["cidrBlock"].Text)!.Value))
        .OrderBy(pair => pair.Item2.First)];

    private static IEnumerable<Finding> Invalid(Estate estate, string type) => estate.OfType(type)
        .Where(node => node["cidrBlock"].Text is { } text && AddressRange.Parse(text) is null)
        .Select(node => Finding.Violation(node, $"{node["cidrBlock"]} is no range of addresses", "cidrBlock"));

    // Ordered by first address, so that only neighbours need to be looked at.
    private static IEnumerable<Finding> Overlaps(IEnumerable<(Node Node, AddressRange Range)> ranges, Func<Node, Node, bool> matter)
    {
        (Node Node, AddressRange Range)? before = null;
        foreach (var range in ranges)
        {
            if (before is { } other && other.Range.Last >= range.Range.First && matter(other.Node, range.Node))
            {
                yield return Finding.Violation(range.Node, $"{range.Node["cidrBlock"]} overlaps {other.Node["cidrBlock"]} of {other.Node.Name}", "cidrBlock");
            }

            before = before is { } last && last.Range.Last > range.Range.Last ? last : range;
        }
    }

    private static IEnumerable<Finding> Outside(IEnumerable<(Node Node, AddressRange Range)> vpcs, IEnumerable<(Node Node, AddressRange Range)> subnets)
    {
        foreach (var vpc in vpcs)
        {
            foreach (var subnet in subnets.Where(subnet => subnet.Range.First < vpc.Range.First || subnet.Range.Last > vpc.Range.Last))
            {
                yield return Finding.Violation(subnet.Node, $"{subnet.Node["cidrBlock"]} is outside its VPC's {vpc.Node["cidrBlock"]}", "cidrBlock");
            }
        }
    }
}
