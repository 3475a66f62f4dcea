using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class EndpointServesItsVpcTests
{
    private static readonly EndpointServesItsVpc Rule = new();

    [Theory]
    [InlineData("""{ "serviceName": "com.amazonaws.eu-west-1.s3", "routeTableIds": ["?"] }""")]
    [InlineData("""{ "serviceName": "com.amazonaws.eu-west-1.kms", "vpcEndpointType": "Interface", "privateDnsEnabled": true, "subnetIds": ["s"] }""")]
    [InlineData("""{ "serviceName": "com.amazonaws.vpce.eu-west-1.vpce-svc-1", "vpcEndpointType": "Interface", "subnetIds": ["s"] }""")]
    public void Reachable_IsCompliant(string inputs) => Assert.Empty(Endpoint(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "serviceName": "com.amazonaws.eu-west-1.s3" }""", "it has no route table")]
    [InlineData(
        """{ "serviceName": "com.amazonaws.eu-central-1.s3", "routeTableIds": ["t"] }""",
        "its service is com.amazonaws.eu-central-1.s3, a service in eu-west-1 needed")]
    [InlineData("""{ "serviceName": "com.amazonaws.eu-west-1.kms", "vpcEndpointType": "Interface", "subnetIds": ["s"] }""", "it has no private DNS name")]
    [InlineData("""{ "serviceName": "com.amazonaws.eu-west-1.kms", "vpcEndpointType": "Interface", "privateDnsEnabled": true }""", "it has no subnet")]
    public void Unreachable_IsAViolation(string inputs, string message) => Assert.Equal(["kms: " + message], Endpoint(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["kms: privateDnsEnabled"], Endpoint("""
        { "serviceName": "com.amazonaws.eu-west-1.kms", "vpcEndpointType": "Interface", "privateDnsEnabled": "?", "subnetIds": ["s"] }
        """).Unknown(Rule));

    private static TestGraph Endpoint(string inputs) => new TestGraph().Add("aws:ec2/vpcEndpoint:VpcEndpoint", "kms", inputs);
}
