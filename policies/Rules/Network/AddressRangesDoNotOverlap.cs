using System.Net;
using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Vpc;

namespace DrInfra.Policies.Rules.Network;

public sealed class AddressRangesDoNotOverlap : StackRule
{
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

    // Widest first: what a range overlaps stands before it.
    private static (Node Node, IPNetwork Range)[] Ranges(Estate estate, string type) => [.. estate.OfType(type)
        .Select(node => (Node: node, Range: AddressRanges.Parse(node["cidrBlock"].Text)))
        .Where(pair => pair.Range is not null)
        .Select(pair => (pair.Node, pair.Range!.Value))
        .OrderBy(pair => pair.Value.PrefixLength)];

    private static IEnumerable<Finding> Invalid(Estate estate, string type) => estate.OfType(type)
        .Where(node => node["cidrBlock"].Text is { } text && AddressRanges.Parse(text) is null)
        .Select(node => Finding.Violation(node, $"{node["cidrBlock"]} is not a CIDR range", "cidrBlock"));

    private static IEnumerable<Finding> Overlaps(IEnumerable<(Node Node, IPNetwork Range)> ranges, Func<Node, Node, bool> matter)
    {
        var all = ranges.ToArray();
        for (var i = 1; i < all.Length; i++)
        {
            var (node, range) = all[i];
            if (all.Take(i).FirstOrDefault(other => other.Range.Holds(range) && matter(other.Node, node)) is { Node: { } other })
            {
                yield return Finding.Violation(node, $"{node["cidrBlock"]} overlaps {other["cidrBlock"]} of {other.Name}", "cidrBlock");
            }
        }
    }

    private static IEnumerable<Finding> Outside(IEnumerable<(Node Node, IPNetwork Range)> vpcs, IEnumerable<(Node Node, IPNetwork Range)> subnets) =>
        from vpc in vpcs
        from subnet in subnets
        where !vpc.Range.Holds(subnet.Range)
        select Finding.Violation(subnet.Node, $"{subnet.Node["cidrBlock"]} is outside the {vpc.Node["cidrBlock"]} of its VPC", "cidrBlock");
}
