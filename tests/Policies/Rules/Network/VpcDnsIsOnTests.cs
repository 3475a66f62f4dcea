using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class VpcDnsIsOnTests
{
    private static readonly VpcDnsIsOn Rule = new();

    [Fact]
    public void BothOn_IsCompliant() => Assert.Empty(Vpc("""{ "enableDnsHostnames": true }""", "true").Violations(Rule));

    [Fact]
    public void HostnamesOffWithoutPrivateNames_IsCompliant() => Assert.Empty(Vpc("{}", "false").Violations(Rule));

    [Theory]
    [InlineData("""{ "enableDnsSupport": false, "enableDnsHostnames": true }""", "vpc: enableDnsSupport is off, so the VPC has no DNS")]
    [InlineData("{}", "vpc: enableDnsHostnames is off, but endpoints with private names need it")]
    public void Off_IsAViolation(string inputs, string message) => Assert.Equal([message], Vpc(inputs, "true").Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["vpc: enableDnsHostnames"], Vpc("""{ "enableDnsHostnames": "?" }""", "true").Unknown(Rule));

    private static TestGraph Vpc(string inputs, string privateNames) => new TestGraph()
        .Add("aws:ec2/vpc:Vpc", "vpc", inputs, id: "vpc-1")
        .Add("aws:ec2/vpcEndpoint:VpcEndpoint", "kms", $$"""{ "vpcId": "vpc-1", "privateDnsEnabled": {{privateNames}} }""");
}
