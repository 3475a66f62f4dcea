using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class ScalingFollowsLoadTests
{
    private const string Cpu = """ "predefinedMetricSpecification": { "predefinedMetricType": "ASGAverageCPUUtilization" } """;

    private static readonly ScalingFollowsLoad Rule = new();

    [Theory]
    [InlineData("""{ "policyType": "StepScaling" }""")]
    [InlineData($$"""{ "targetTrackingConfiguration": { "targetValue": 70, {{Cpu}} } }""")]
    public void RoomLeft_IsCompliant(string inputs) => Assert.Empty(Policy(inputs).Violations(Rule));

    [Theory]
    [InlineData($$"""{ "targetTrackingConfiguration": { "targetValue": 71, {{Cpu}} } }""", "the target is 71 % CPU, at most 70 % allowed")]
    [InlineData($$"""{ "targetTrackingConfiguration": { "targetValue": 0, {{Cpu}} } }""", "the target is 0, more than 0 needed")]
    [InlineData("""{ "targetTrackingConfiguration": { "targetValue": 50 } }""", "the policy has no metric")]
    [InlineData($$"""{ "enabled": false, "targetTrackingConfiguration": { "targetValue": 50, {{Cpu}} } }""", "the scaling policy is disabled")]
    public void NoRoomOrNoMetric_IsAViolation(string inputs, string message) => Assert.Equal(["policy: " + message], Policy(inputs).Violations(Rule));

    private static TestGraph Policy(string inputs) => new TestGraph().Add("aws:autoscaling/policy:Policy", "policy", inputs);
}
