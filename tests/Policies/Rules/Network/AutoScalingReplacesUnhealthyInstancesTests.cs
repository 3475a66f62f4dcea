using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class AutoScalingReplacesUnhealthyInstancesTests
{
    private static readonly AutoScalingReplacesUnhealthyInstances Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "targetGroupArns": ["tg"], "healthCheckType": "ELB", "healthCheckGracePeriod": 600, "suspendedProcesses": ["ScheduledActions"] }""")]
    [InlineData("""{ "instanceRefresh": { "preferences": { "minHealthyPercentage": 50, "maxHealthyPercentage": 100 } } }""")]
    public void Healing_IsCompliant(string inputs) => Assert.Empty(Group(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "targetGroupArns": ["tg"] }""", "healthCheckType is EC2, ELB needed for servers behind a load balancer")]
    [InlineData("""{ "healthCheckGracePeriod": 601 }""", "healthCheckGracePeriod is 601 s, at most 600 s allowed")]
    [InlineData("""{ "suspendedProcesses": ["Launch"] }""", "Launch is suspended")]
    [InlineData("""{ "instanceRefresh": { "preferences": { "minHealthyPercentage": 49 } } }""", "an instance refresh keeps 49 % healthy, 50 % needed")]
    [InlineData("""{ "instanceRefresh": { "preferences": { "maxHealthyPercentage": 99 } } }""",
        "an instance refresh goes up to 99 %, between 100 and 200 needed")]
    public void NotHealing_IsAViolation(string inputs, string message) => Assert.Equal(["servers: " + message], Group(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(
        ["servers: healthCheckType"], Group("""{ "targetGroupArns": ["tg"], "healthCheckType": "?" }""").Unknown(Rule));

    private static TestGraph Group(string inputs) => new TestGraph().Add("aws:autoscaling/group:Group", "servers", inputs);
}
