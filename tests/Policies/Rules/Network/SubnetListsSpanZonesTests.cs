using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class SubnetListsSpanZonesTests
{
    private static readonly SubnetListsSpanZones Rule = new();

    [Theory]
    [InlineData("""["s-a", "s-b"]""")]
    [InlineData("""["existing-1", "existing-2"]""")]
    public void TwoZones_IsCompliant(string subnets) => Assert.Empty(Group(subnets).Violations(Rule));

    [Theory]
    [InlineData("""["s-a"]""")]
    [InlineData("""["s-a", "s-a2"]""")]
    public void OneZone_IsAViolation(string subnets) => Assert.Equal(["app: vpcZoneIdentifiers is in one zone, 2 needed"], Group(subnets).Violations(Rule));

    [Fact]
    public void UnknownSubnets_AreFoundByDependency() => Assert.Equal(["app: vpcZoneIdentifiers is in one zone, 2 needed"],
        Subnets().Add(
            "aws:autoscaling/group:Group", "app", """{ "vpcZoneIdentifiers": ["?"] }""", dependencies: ("vpcZoneIdentifiers", "aws:ec2/subnet:Subnet", "a"))
            .Violations(Rule));

    [Fact]
    public void UnknownZones_AreReportedAsUnknown() => Assert.Equal(["app: vpcZoneIdentifiers"], Group("""["s-u", "s-v"]""").Unknown(Rule));

    private static TestGraph Group(string subnets) => Subnets().Add("aws:autoscaling/group:Group", "app", $$"""{ "vpcZoneIdentifiers": {{subnets}} }""");

    private static TestGraph Subnets() => new TestGraph()
        .Add("aws:ec2/subnet:Subnet", "a", """{ "availabilityZone": "eu-west-1a" }""", id: "s-a")
        .Add("aws:ec2/subnet:Subnet", "a2", """{ "availabilityZone": "eu-west-1a" }""", id: "s-a2")
        .Add("aws:ec2/subnet:Subnet", "b", """{ "availabilityZone": "eu-west-1b" }""", id: "s-b")
        .Add("aws:ec2/subnet:Subnet", "u", """{ "availabilityZone": "?" }""", id: "s-u")
        .Add("aws:ec2/subnet:Subnet", "v", """{ "availabilityZone": "?" }""", id: "s-v");
}
