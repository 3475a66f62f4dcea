using DrInfra.Policies.Rules.Traffic;

namespace DrInfra.Tests.Policies.Rules.Traffic;

public class AcceleratorPortIsServedTests
{
    private const string Listener = "aws:globalaccelerator/listener:Listener";
    private const string EndpointGroup = "aws:globalaccelerator/endpointGroup:EndpointGroup";

    private static readonly AcceleratorPortIsServed Rule = new();

    [Theory]
    [InlineData("TCP", 443, 443, "[]")]
    [InlineData("TCP", 400, 500, "[]")]
    [InlineData("UDP", 443, 443, "[]")]
    [InlineData("TCP", 8443, 8443, """[{ "listenerPort": 8443, "endpointPort": 443 }]""")]
    [InlineData("TCP", 8443, 8443, """[{ "listenerPort": 8443, "endpointPort": 80 }, { "listenerPort": 8443, "endpointPort": 443 }]""")]
    public void PortThatIsServed_IsCompliant(string protocol, int from, int to, string overrides) =>
        Assert.Empty(Listening(protocol, from, to, overrides).Violations(Rule));

    [Theory]
    [InlineData("TCP", 442, 442, "[]", "listener: it listens on ports 442 to 442, but balancer on 443")]
    [InlineData("TCP", 444, 500, "[]", "listener: it listens on ports 444 to 500, but balancer on 443")]
    [InlineData("TCP", 443, 443, """[{ "listenerPort": 443, "endpointPort": 80 }]""", "listener: it listens on ports 443 to 443, but balancer on 443")]
    [InlineData("ICMP", 443, 443, "[]", "listener: the protocol ICMP is not valid")]
    public void PortThatIsNot_IsAViolation(string protocol, int from, int to, string overrides, string message) =>
        Assert.Equal([message], Listening(protocol, from, to, overrides).Violations(Rule));

    [Fact]
    public void NoPort_IsAViolation() => Assert.Equal(
        ["listener: it listens on no port"], new TestGraph().Add(Listener, "listener", """{ "protocol": "TCP", "portRanges": [] }""").Violations(Rule));

    [Fact]
    public void RangeTheWrongWay_IsAViolation() =>
        Assert.Contains("listener: the port range 500 to 400 is not valid", Listening("TCP", 500, 400, "[]").Violations(Rule));

    [Fact]
    public void UnknownPorts_AreNotJudged() => Assert.Empty(
        new TestGraph().Add(Listener, "listener", """{ "protocol": "TCP", "portRanges": "?" }""").Violations(Rule));

    private static TestGraph Listening(string protocol, int from, int to, string overrides) => new TestGraph()
        .Add("aws:lb/loadBalancer:LoadBalancer", "balancer", id: "balancer-arn")
        .Add("aws:lb/listener:Listener", "own", """{ "loadBalancerArn": "balancer-arn", "port": 443 }""")
        .Add(Listener, "listener", $$"""{ "protocol": "{{protocol}}", "portRanges": [{ "fromPort": {{from}}, "toPort": {{to}} }] }""", id: "listener-arn")
        .Add(
            EndpointGroup, "group",
            $$"""{ "listenerArn": "listener-arn", "endpointConfigurations": [{ "endpointId": "balancer-arn" }], "portOverrides": {{overrides}} }""");
}
