using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class VpcFlowLogsAreOnTests
{
    private static readonly VpcFlowLogsAreOn Rule = new();

    [Theory]
    [InlineData("""{ "vpcId": "vpc-1", "trafficType": "ALL", "logDestination": "arn", "iamRoleArn": "arn" }""")]
    [InlineData("""{ "vpcId": "vpc-1", "trafficType": "ALL", "logDestination": "arn", "logDestinationType": "s3" }""")]
    public void AllTraffic_IsCompliant(string inputs) => Assert.Empty(Log(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "vpcId": "vpc-1", "trafficType": "REJECT", "logDestination": "arn", "logDestinationType": "s3" }""",
        "log: trafficType is REJECT, ALL needed")]
    [InlineData("""{ "vpcId": "vpc-1", "trafficType": "ALL", "logDestination": "arn" }""", "log: it has no role")]
    [InlineData("""{ "vpcId": "vpc-2", "trafficType": "ALL", "logDestination": "arn", "logDestinationType": "s3" }""", "vpc: it has no flow log")]
    public void Incomplete_IsAViolation(string inputs, string message) => Assert.Equal([message], Log(inputs).Violations(Rule));

    private static TestGraph Log(string inputs) => new TestGraph().Add("aws:ec2/vpc:Vpc", "vpc", id: "vpc-1").Add("aws:ec2/flowLog:FlowLog", "log", inputs);
}
