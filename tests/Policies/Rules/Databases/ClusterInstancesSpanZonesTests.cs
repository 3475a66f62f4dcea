using DrInfra.Policies.Rules.Databases;

namespace DrInfra.Tests.Policies.Rules.Databases;

public class ClusterInstancesSpanZonesTests
{
    private static readonly ClusterInstancesSpanZones Rule = new();

    [Theory]
    [InlineData("reader", """{ "availabilityZone": "eu-west-1a" }""", "primary: all its instances are in eu-west-1a, two zones needed")]
    [InlineData("standby-writer", """{ "availabilityZone": "eu-west-1a" }""", "standby-writer: zone eu-west-1a is not in eu-central-1")]
    public void Weakened_IsAViolation(string resource, string changes, string violation) =>
        Assert.Equal([violation], new AuroraGraph().With(resource, changes).Violations(Rule));

    [Theory]
    [InlineData("reader", """{ "availabilityZone": null }""", "reader: availabilityZone")]
    [InlineData("reader", """{ "availabilityZone": "?" }""", "reader: availabilityZone")]
    public void Unknown_IsReportedAsUnknown(string resource, string changes, string unknown) =>
        Assert.Equal([unknown], new AuroraGraph().With(resource, changes).Unknown(Rule));
}
