using DrInfra.Policies.Aws.Ec2;
using DrInfra.Policies.Aws.Rds;

namespace DrInfra.Policies.Aws.Vpc;

/// <summary>Networks, subnets, security groups and zones that a resource uses: they exist per Region, and those of another are refused.</summary>
internal static class NetworkPlacement
{
    private static readonly string[] Targets = [Ec2Types.Vpc, Ec2Types.Subnet, Ec2Types.SecurityGroup];

    // Where the provider's resources name them, at any depth below.
    private static readonly string[] Properties =
    [
        "subnetIds", "subnets", "subnetId", "subnetMappings", "vpcZoneIdentifiers", "vpcId", "securityGroups", "securityGroupIds", "vpcSecurityGroupIds",
        "vpcConfig", "networkConfiguration",
        "vpcOptions", "brokerNodeGroupInfo",
    ];

    private static readonly string[] Zones = ["availabilityZone", "availabilityZones"];

    // What connects networks of two Regions; databases are looked at by themselves.
    private static readonly string[] Exempt =
    [
        "aws:ec2/vpcPeering", "aws:ec2transitgateway/", "aws:route53/", "aws:networkmanager/", "aws:ram/", "aws:globalaccelerator/",
    ];

    private static readonly HashSet<string> Databases = [.. ClusterInstances.ClusterTypes, RdsTypes.Instance];

    /// <summary>What a resource uses of another Region.</summary>
    public static IEnumerable<Reason> Faults(Estate estate, Node node)
    {
        if (node.Region is not { } region || !node.Type.StartsWith("aws:", StringComparison.Ordinal) || GlobalTypes.Contains(node.Type)
            || Databases.Contains(node.Type)
                || Array.Exists(Exempt, prefix => node.Type.StartsWith(prefix, StringComparison.Ordinal)))
        {
            yield break;
        }

        foreach (var property in Properties.Select(node.Input).Where(property => !property.IsAbsent))
        {
            // Of a property that is not known yet, the engine tells all that it was made from: one of the own Region may be what it names.
            Reference[] references = [.. Named(estate, node, property)];
            var open = property.Value?.ContainsUnknown == true && Array.Exists(references, reference => reference.Target?.Region == region);
            foreach (var reference in references.Where(reference => !open && reference.Target?.Region is { } other && other != region))
            {
                yield return new Reason($"{reference.Target!.Name} is in {reference.Target.Region}, it is in {region}", node, reference.Path);
            }
        }

        foreach (var zone in Zones.Select(node.Input).SelectMany(property => property.Text is not null ? [property] : property.Items))
        {
            if (zone.Text is { } text && char.IsAsciiLetter(text[^1]) && Regions.InName(text[..^1]) is { } other && other != region)
            {
                yield return new Reason($"the zone {text} is in {other}, it is in {region}", node, zone.Path);
            }
        }
    }

    private static IEnumerable<Reference> Named(Estate estate, Node node, Prop property) => property.Value switch
    {
        MapValue => property.Members.SelectMany(member => Named(estate, node, member.Value)),
        ListValue when property.Items.Any(item => item.Value is MapValue) => property.Items.SelectMany(item => Named(estate, node, item)),
        ListValue => estate.References.FollowAll(node, property, Targets),
        TextValue or UnknownValue => [estate.References.Follow(node, property, Targets)],
        _ => [],
    };
}
