using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class NetworkIsOfItsRegionTests
{
    private const string Subnet = "aws:ec2/subnet:Subnet";

    private static readonly NetworkIsOfItsRegion Rule = new();

    [Theory]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", """{ "subnets": ["subnet-west"], "securityGroups": ["sg-west"] }""")]
    [InlineData("aws:autoscaling/group:Group", """{ "availabilityZones": ["eu-west-1a"], "vpcZoneIdentifiers": ["subnet-west"] }""")]
    [InlineData("aws:lambda/function:Function", """{ "vpcConfig": { "subnetIds": ["subnet-west"], "securityGroupIds": ["sg-west"] } }""")]
    [InlineData("aws:rds/subnetGroup:SubnetGroup", """{ "subnetIds": ["subnet-of-nobody"] }""")]
    [InlineData("aws:route53/zone:Zone", """{ "vpcs": [{ "vpcId": "vpc-central" }] }""")]
    public void OwnRegion_OrNothingThatIsDeclared_IsCompliant(string type, string inputs) => Assert.Empty(Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("aws:lb/loadBalancer:LoadBalancer", """{ "subnets": ["subnet-central"] }""", "central is in eu-central-1, it is in eu-west-1")]
    [InlineData(
        "aws:lb/loadBalancer:LoadBalancer", """{ "securityGroups": ["sg-west", "sg-central"] }""", "guard-central is in eu-central-1, it is in eu-west-1")]
    [InlineData(
        "aws:autoscaling/group:Group", """{ "availabilityZones": ["eu-central-1b"] }""", "the zone eu-central-1b is in eu-central-1, it is in eu-west-1")]
    [InlineData("aws:lambda/function:Function", """{ "vpcConfig": { "subnetIds": ["subnet-central"] } }""", "central is in eu-central-1, it is in eu-west-1")]
    [InlineData("aws:rds/subnetGroup:SubnetGroup", """{ "subnetIds": ["subnet-west", "subnet-central"] }""", "central is in eu-central-1, it is in eu-west-1")]
    [InlineData("aws:ec2/subnet:Subnet", """{ "availabilityZone": "eu-central-1a" }""", "the zone eu-central-1a is in eu-central-1, it is in eu-west-1")]
    public void AnotherRegion_IsAViolation(string type, string inputs, string message) =>
        Assert.Equal([$"it: {message}"], Graph(type, inputs).Violations(Rule));

    [Theory]
    [InlineData("central", 1)]
    [InlineData("west", 0)]
    public void UnknownReference_IsJudgedByWhatItIsMadeFrom(string subnet, int violations) => Assert.Equal(violations, Graph("aws:sns/topic:Topic", "{}")
        .Add("aws:lb/loadBalancer:LoadBalancer", "front", """{ "subnets": "?" }""", dependencies: ("subnets", Subnet, subnet)).Violations(Rule).Length);

    private static TestGraph Graph(string type, string inputs) => new TestGraph()
        .Add(Subnet, "west", id: "subnet-west").Add(Subnet, "central", region: "eu-central-1", id: "subnet-central")
        .Add("aws:ec2/securityGroup:SecurityGroup", "guard-west", id: "sg-west")
        .Add("aws:ec2/securityGroup:SecurityGroup", "guard-central", region: "eu-central-1", id: "sg-central")
        .Add("aws:ec2/vpc:Vpc", "net-central", region: "eu-central-1", id: "vpc-central")
        .Add(type, "it", inputs);
}
