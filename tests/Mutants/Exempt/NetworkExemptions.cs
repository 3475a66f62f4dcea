namespace DrInfra.Tests.Mutants.Exempt;

internal static class NetworkExemptions
{
    // Nothing selects one of these by a name that is for people.
    private static readonly string[] Named =
    [
        "aws:ec2/vpc:Vpc", "aws:ec2/subnet:Subnet", "aws:ec2/routeTable:RouteTable", "aws:ec2/internetGateway:InternetGateway", "aws:ec2/natGateway:NatGateway",
        "aws:ec2/eip:Eip", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "aws:ec2/vpcEndpoint:VpcEndpoint", "aws:ec2/flowLog:FlowLog",
    ];

    private static readonly string[] Described =
    [
        "aws:ec2/securityGroup:SecurityGroup", "aws:ec2/launchTemplate:LaunchTemplate",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    ];

    public static IReadOnlyList<Exemption> All { get; } =
    [
        .. Named.Select(type => new Exemption($"{type} tags.Name", "A display name: nothing is found by it.")),
        .. Described.Select(type => new Exemption($"{type} description", "Text for people.")),
        new("aws:ec2/launchTemplate:LaunchTemplate tagSpecifications[].tags.Name", "A display name: nothing is found by it."),
        new("aws:ec2/launchTemplate:LaunchTemplate tagSpecifications[].tags.managed-by", "A hint for people: nothing is found by it."),
        new("aws:autoscaling/group:Group tags[].key", "Of these only managed-by gets here, a hint for people: the rules on tags find the others."),
        new("aws:autoscaling/group:Group tags[].value", "Of these only managed-by gets here, a hint for people: the rules on tags find the others."),
        new("aws:ec2/launchTemplate:LaunchTemplate tagSpecifications[].tags.dr:environment", "Servers are found by their group, whose own tag is judged."),
        new("aws:ec2/launchTemplate:LaunchTemplate tagSpecifications[].tags.dr:role", "Servers are found by their group, whose own tag is judged."),
        new("aws:ec2/launchTemplate:LaunchTemplate instanceType", "The strategy of recovery sizes the servers, and the manifest counts them."),
        new("aws:ec2/securityGroup:SecurityGroup name", "It is a name; whatever uses the group names it by its id."),
        new("aws:ec2/securityGroup:SecurityGroup vpcId", "A group of another VPC than the database's is refused when the database is made."),
        new("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule cidrIpv4",
            "A rule without a destination, or with one that is no range, is refused by the service."),
    ];
}
