using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class DefaultSecurityGroupIsClosedTests
{
    private static readonly DefaultSecurityGroupIsClosed Rule = new();

    [Fact]
    public void WithoutRules_IsCompliant() =>
        Assert.Empty(Vpc().Add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", """{ "vpcId": "vpc-1" }""").Violations(Rule));

    [Fact]
    public void WithRules_IsAViolation() => Assert.Equal(["default: it has rules"], Vpc()
        .Add("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", """{ "vpcId": "vpc-1", "egress": [{ "protocol": "-1" }] }""").Violations(Rule));

    [Fact]
    public void LeftAsItIs_IsAViolation() => Assert.Equal(["vpc: its default security group has the default rules"], Vpc().Violations(Rule));

    private static TestGraph Vpc() => new TestGraph().Add("aws:ec2/vpc:Vpc", "vpc", id: "vpc-1");
}
