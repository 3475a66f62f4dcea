using DrInfra.Infra.Conventions;
using Pulumi;
using Aws = Pulumi.Aws;

namespace DrInfra.Infra.Network;

/// <summary>A security group that lets in one port, from the range of its own VPC and nowhere else.</summary>
internal sealed record VpcPort
{
    /// <summary>The group's name in the program.</summary>
    public required string Group { get; init; }

    /// <summary>The rule's name in the program.</summary>
    public required string Rule { get; init; }

    /// <summary>The group's name.</summary>
    public required string Name { get; init; }

    /// <summary>Whose group it is, for the group's description.</summary>
    public required string Owner { get; init; }

    /// <summary>What is spoken on the port, for the descriptions of group and rule.</summary>
    public required string Protocol { get; init; }

    /// <summary>The port, of TCP.</summary>
    public required int Port { get; init; }

    /// <summary>The VPC.</summary>
    public required Input<string> VpcId { get; init; }

    /// <summary>The VPC's range.</summary>
    public required AddressRange Range { get; init; }

    /// <summary>What group and rule belong to.</summary>
    public required Belonging Belonging { get; init; }

    /// <summary>Declares the group and its rule as children of <paramref name="parent"/>.</summary>
    public Aws.Ec2.SecurityGroup Declare(RegionContext region, Resource parent)
    {
        var admitted = $"{Protocol} from inside the VPC";
        var group = new Aws.Ec2.SecurityGroup(Group, new Aws.Ec2.SecurityGroupArgs
        {
            Name = Name,
            Description = $"{Owner}: {admitted}",
            VpcId = VpcId,
            Tags = region.Tags(Belonging),
        }, region.Child(parent));
        _ = new Aws.Vpc.SecurityGroupIngressRule(Rule, new Aws.Vpc.SecurityGroupIngressRuleArgs
        {
            SecurityGroupId = group.Id,
            Description = admitted,
            IpProtocol = "tcp",
            FromPort = Port,
            ToPort = Port,
            CidrIpv4 = Range.ToString(),
            Tags = region.Tags(Belonging),
        }, region.Child(parent));
        return group;
    }
}
