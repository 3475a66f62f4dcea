using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class ListenerHasTargetsTests
{
    private const string Listener = "aws:lb/listener:Listener";

    private static readonly ListenerHasTargets Rule = new();

    [Theory]
    [InlineData("""[{ "type": "forward", "targetGroupArn": "tg" }]""")]
    [InlineData("""[{ "type": "forward", "forward": { "targetGroups": [{ "arn": "tg" }] } }]""")]
    [InlineData("""[{ "type": "redirect" }]""")]
    public void ForwardsOrAnswers_IsCompliant(string actions) => Assert.Empty(Balancer(actions).Violations(Rule));

    [Theory]
    [InlineData("""[{ "type": "forward" }]""", "listener: it forwards to no target group")]
    [InlineData("[]", "listener: it has no action")]
    public void ForwardsNowhere_IsAViolation(string actions, string message) => Assert.Equal([message], Balancer(actions).Violations(Rule));

    [Fact]
    public void BalancerAlone_IsAViolation() => Assert.Equal(
        ["app: it has no listener", "target: it has no targets"],
        new TestGraph().Add("aws:lb/loadBalancer:LoadBalancer", "app").Add("aws:lb/targetGroup:TargetGroup", "target").Violations(Rule).Order());

    [Fact]
    public void UnknownTarget_IsReportedAsUnknown() => Assert.Equal(
        ["listener: defaultActions[0].targetGroupArn"], Balancer("""[{ "type": "forward", "targetGroupArn": "?" }]""").Unknown(Rule));

    private static TestGraph Balancer(string actions) => new TestGraph()
        .Add("aws:lb/loadBalancer:LoadBalancer", "app", id: "lb")
        .Add("aws:lb/targetGroup:TargetGroup", "target", id: "tg")
        .Add("aws:autoscaling/group:Group", "servers", """{ "targetGroupArns": ["tg"] }""")
        .Add(Listener, "listener", $$"""{ "loadBalancerArn": "lb", "defaultActions": {{actions}} }""");
}
