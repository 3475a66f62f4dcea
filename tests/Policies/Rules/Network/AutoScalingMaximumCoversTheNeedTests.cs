using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class AutoScalingMaximumCoversTheNeedTests
{
    private static readonly AutoScalingMaximumCoversTheNeed Rule = new();

    [Theory]
    [InlineData(6, 6, "eu-west-1")]
    [InlineData(0, 6, "eu-central-1")]
    public void EnoughWhereNeeded_IsCompliant(int min, int max, string region) => Assert.Empty(Group(min, max, region).Violations(Rule));

    [Theory]
    [InlineData(6, 5, "eu-west-1", "maxSize is 5, below minSize 6", "maxSize is 5, the workload needs 6")]
    [InlineData(5, 6, "eu-west-1", "minSize is 5 where the workload serves, 6 needed")]
    [InlineData(1, 5, "eu-central-1", "maxSize is 5, the workload needs 6")]
    public void TooFew_IsAViolation(int min, int max, string region, params string[] messages) => Assert.Equal(
        messages.Select(message => "servers: " + message), Group(min, max, region).Violations(Rule));

    [Theory]
    [InlineData("warm-standby", 1)]
    [InlineData("active-active", 6)]
    [InlineData("pilot-light", 0)]
    [InlineData("backup-restore", 0)]
    public void StandbyThatRunsWhatItsStrategySays_IsCompliant(string strategy, int min) =>
        Assert.Empty(Group(min, 6, "eu-central-1", strategy).Violations(Rule));

    [Theory]
    [InlineData("warm-standby", 0, "servers: minSize is 0 in a warm standby, 1 needed")]
    [InlineData("active-active", 5, "servers: minSize is 5 where the workload also serves, 6 needed")]
    public void StandbyThatRunsLess_IsAViolation(string strategy, int min, string message) =>
        Assert.Equal([message], Group(min, 6, "eu-central-1", strategy).Violations(Rule));

    [Fact]
    public void NoPolicyToGrow_IsAViolation() => Assert.Equal(
        ["servers: it has no scaling policy"],
        new TestGraph().Add("aws:autoscaling/group:Group", "servers", """{ "minSize": 1, "maxSize": 2 }""").Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(
        ["servers: maxSize"], new TestGraph().Add("aws:autoscaling/group:Group", "servers", """{ "minSize": 1, "maxSize": "?" }""").Unknown(Rule));

    private static TestGraph Group(int min, int max, string region, string strategy = "pilot-light") => new TestGraph()
        .Add("aws:ssm/parameter:Parameter", "manifest", $$"""
            { "insecureValue": { "workload": "shop", "strategy": "{{strategy}}", "regions": { "primary": "eu-west-1", "standby": "eu-central-1" },
              "capacity": { "serving": 6 } } }
            """)
        .Add("aws:autoscaling/policy:Policy", "policy", """{ "autoscalingGroupName": "shop" }""")
        .Add("aws:autoscaling/group:Group", "servers", $$"""
            { "name": "shop", "minSize": {{min}}, "maxSize": {{max}}, "tags": [{ "key": "dr:workload", "value": "shop" }] }
            """, region);
}
