using DrInfra.Policies.Aws.Ec2;

namespace DrInfra.Policies.Aws.Vpc;

/// <summary>What security groups let through, from rules of every form: inside the group, and both kinds beside it.</summary>
internal sealed class SecurityRules(Estate estate)
{
    /// <summary>Whether a group lets a port in, from a group or from any addresses.</summary>
    public bool LetsIn(Node group, double port, string protocol = "tcp") => In(group).Any(rule => rule.Covers(port, protocol));

    /// <summary>Whether a group lets a port in from one of these groups, or from any addresses.</summary>
    public bool LetsIn(Node group, double port, IReadOnlyCollection<Node> from) =>
        In(group).Any(rule => rule.Covers(port, "tcp") && (rule.HasAddresses || rule.Groups.Any(other => other is null || from.Contains(other))));

    /// <summary>Whether a group lets a port out, to a group or to any addresses.</summary>
    public bool LetsOut(Node group, double port) => Out(group).Any(rule => rule.Covers(port, "tcp"));

    /// <summary>The security groups that a list names; null where one is not in the graph or not known.</summary>
    public IReadOnlyList<Node>? GroupsOf(Node node, Prop list)
    {
        var references = estate.References.FollowAll(node, list, Ec2Types.SecurityGroup);
        return references.All(reference => reference.Target is not null) ? [.. references.Select(reference => reference.Target!)] : null;
    }

    private IEnumerable<Opening> In(Node group) => Inline(group, "ingress").Concat(Beside(group, VpcTypes.SecurityGroupIngressRule, "ingress"));

    private IEnumerable<Opening> Out(Node group) => Inline(group, "egress").Concat(Beside(group, VpcTypes.SecurityGroupEgressRule, "egress"));

    private IEnumerable<Opening> Inline(Node group, string direction) => group.Input(direction).Items.Select(rule => new Opening(
        rule["fromPort"], rule["toPort"], rule["protocol"],
        rule["cidrBlocks"].Items.Count + rule["ipv6CidrBlocks"].Items.Count + rule["prefixListIds"].Items.Count > 0,
        [.. estate.References.FollowAll(group, rule["securityGroups"], Ec2Types.SecurityGroup).Select(reference => reference.Target),
            .. rule["self"].Flag == true ? new Node?[] { group } : []]));

    private IEnumerable<Opening> Beside(Node group, string type, string direction) => estate.UsersOf(group, type, "securityGroupId")
        .Select(rule => new Opening(rule["fromPort"], rule["toPort"], rule["ipProtocol"], HasAddresses(rule), Groups(rule, "referencedSecurityGroupId")))
        .Concat(estate.UsersOf(group, Ec2Types.SecurityGroupRule, "securityGroupId")
            .Where(rule => rule["type"].Text == direction)
            .Select(rule => new Opening(rule["fromPort"], rule["toPort"], rule["protocol"], HasAddresses(rule), Groups(rule, "sourceSecurityGroupId"))));

    private static bool HasAddresses(Node rule) =>
        !rule["cidrIpv4"].IsAbsent || !rule["cidrIpv6"].IsAbsent || !rule["prefixListId"].IsAbsent
        || rule["cidrBlocks"].Items.Count > 0 || rule["ipv6CidrBlocks"].Items.Count > 0 || rule["prefixListIds"].Items.Count > 0;

    private IReadOnlyList<Node?> Groups(Node rule, string property) =>
        rule[property].IsAbsent ? [] : [estate.References.Follow(rule, property, Ec2Types.SecurityGroup).Target];

    private sealed record Opening(Prop From, Prop To, Prop Protocol, bool HasAddresses, IReadOnlyList<Node?> Groups)
    {
        public bool Covers(double port, string protocol) =>
            (HasAddresses || Groups.Count > 0)
            && (Protocol.IsUnknown || Protocol.Text is "-1" or "all" || (Protocol.Text == protocol || Protocol.Text == "6")
                && (From.IsUnknown || To.IsUnknown || (From.Number <= port && port <= To.Number)));
    }
}
