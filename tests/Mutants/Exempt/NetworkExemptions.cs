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
        "aws:ec2/securityGroup:SecurityGroup",
        "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
    ];

    public static IReadOnlyList<Exemption> All { get; } =
    [
        .. Named.Select(type => new Exemption($"{type} tags.Name", "A display name: nothing is found by it.")),
        .. Described.Select(type => new Exemption($"{type} description", "Text for people.")),
        new("aws:ec2/securityGroup:SecurityGroup name", "It is a name; whatever uses the group names it by its id."),
        new("aws:ec2/securityGroup:SecurityGroup vpcId", "A group of another VPC than the database's is refused when the database is made."),
        new("aws:ec2/securityGroup:SecurityGroup tags.for-use-with-amazon-emr-managed-policies",
            "The role of EMR tells its groups by it: without it a run in that Region fails at once, and the alarm on failed runs tells people."),
        new("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule cidrIpv4", "A rule without a source, or with one that is no range, is refused."),
        new("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule cidrIpv4",
            "A rule without a destination, or with one that is no range, is refused by the service."),
    ];
}
