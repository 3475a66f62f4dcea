using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class LoadBalancerIsProtectedTests
{
    private static readonly LoadBalancerIsProtected Rule = new();

    [Fact]
    public void Protected_IsCompliant() => Assert.Empty(Balancer("""{ "enableDeletionProtection": true }""").Violations(Rule));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "enableDeletionProtection": false }""")]
    public void UnprotectedOrSilent_IsAViolation(string inputs) => Assert.Equal(
        ["app: the load balancer has no deletion protection"], Balancer(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(
        ["app: enableDeletionProtection"], Balancer("""{ "enableDeletionProtection": "?" }""").Unknown(Rule));

    private static TestGraph Balancer(string inputs) => new TestGraph().Add("aws:lb/loadBalancer:LoadBalancer", "app", inputs);
}
