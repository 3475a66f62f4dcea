using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class CrossZoneLoadBalancingIsOnTests
{
    private static readonly CrossZoneLoadBalancingIsOn Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "loadBalancerType": "network", "enableCrossZoneLoadBalancing": true }""")]
    public void AcrossZones_IsCompliant(string inputs) => Assert.Empty(Balancer(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "loadBalancerType": "network" }""")]
    [InlineData("""{ "loadBalancerType": "network", "enableCrossZoneLoadBalancing": false }""")]
    public void NetworkOffOrSilent_IsAViolation(string inputs) => Assert.Equal(["app: cross-zone load balancing is off"], Balancer(inputs).Violations(Rule));

    private static TestGraph Balancer(string inputs) => new TestGraph().Add("aws:lb/loadBalancer:LoadBalancer", "app", inputs);
}
