namespace DrInfra.Policies.Aws.Ec2;

/// <summary>Type tokens of the provider's module <c>aws:ec2</c>.</summary>
public static class Ec2Types
{
    public const string CapacityReservation = "aws:ec2/capacityReservation:CapacityReservation";
    public const string DefaultSecurityGroup = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
    public const string Eip = "aws:ec2/eip:Eip";
    public const string FlowLog = "aws:ec2/flowLog:FlowLog";
    public const string Instance = "aws:ec2/instance:Instance";
    public const string InternetGateway = "aws:ec2/internetGateway:InternetGateway";
    public const string LaunchTemplate = "aws:ec2/launchTemplate:LaunchTemplate";
    public const string MainRouteTableAssociation = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";
    public const string NatGateway = "aws:ec2/natGateway:NatGateway";
    public const string Route = "aws:ec2/route:Route";
    public const string RouteTable = "aws:ec2/routeTable:RouteTable";
    public const string RouteTableAssociation = "aws:ec2/routeTableAssociation:RouteTableAssociation";
    public const string SecurityGroup = "aws:ec2/securityGroup:SecurityGroup";
    public const string SecurityGroupRule = "aws:ec2/securityGroupRule:SecurityGroupRule";
    public const string Subnet = "aws:ec2/subnet:Subnet";
    public const string VolumeAttachment = "aws:ec2/volumeAttachment:VolumeAttachment";
    public const string Vpc = "aws:ec2/vpc:Vpc";
    public const string VpcEndpoint = "aws:ec2/vpcEndpoint:VpcEndpoint";
    public const string VpcEndpointRouteTableAssociation = "aws:ec2/vpcEndpointRouteTableAssociation:VpcEndpointRouteTableAssociation";
}
