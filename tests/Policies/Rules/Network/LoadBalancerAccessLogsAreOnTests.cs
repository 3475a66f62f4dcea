using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class LoadBalancerAccessLogsAreOnTests
{
    private static readonly LoadBalancerAccessLogsAreOn Rule = new();

    [Fact]
    public void LogsInItsRegion_IsCompliant() => Assert.Empty(Balancer("eu-west-1", "true").Violations(Rule));

    [Fact]
    public void LogsOff_IsAViolation() => Assert.Equal(["app: access logs are off"], Balancer("eu-west-1", "false").Violations(Rule));

    [Fact]
    public void LogsInAnotherRegion_IsAViolation() => Assert.Equal(
        ["app: access logs go to a bucket in eu-central-1, a bucket in eu-west-1 needed"], Balancer("eu-central-1", "true").Violations(Rule));

    // Access logs of a Network Load Balancer are about its TLS requests alone.
    [Theory]
    [InlineData("network", "TCP", 0)]
    [InlineData("network", "TLS", 1)]
    [InlineData("network", "?", 0)]
    [InlineData("application", "HTTP", 1)]
    [InlineData("gateway", "GENEVE", 0)]
    public void LogsOff_CountWhereTheBalancerWouldWriteThem(string type, string protocol, int violations) => Assert.Equal(
        violations,
        new TestGraph().Add("aws:lb/loadBalancer:LoadBalancer", "app", $$"""{ "loadBalancerType": "{{type}}" }""", id: "app")
            .Add("aws:lb/listener:Listener", "listener", $$"""{ "loadBalancerArn": "app", "protocol": "{{protocol}}" }""").Violations(Rule).Length);

    private static TestGraph Balancer(string bucketRegion, string enabled) => new TestGraph()
        .Add("aws:s3/bucket:Bucket", "logs", """{ "bucket": "logs" }""", bucketRegion)
        .Add("aws:lb/loadBalancer:LoadBalancer", "app", $$"""{ "accessLogs": { "bucket": "logs", "enabled": {{enabled}} } }""");
}
