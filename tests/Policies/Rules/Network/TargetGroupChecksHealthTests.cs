using DrInfra.Policies.Rules.Network;

namespace DrInfra.Tests.Policies.Rules.Network;

public class TargetGroupChecksHealthTests
{
    private static readonly TargetGroupChecksHealth Rule = new();

    [Theory]
    [InlineData("{}")]
    [InlineData("""{ "healthCheck": { "enabled": true, "interval": 60, "unhealthyThreshold": 2, "healthyThreshold": 3 } }""")]
    [InlineData("""{ "deregistrationDelay": 300 }""")]
    [InlineData("""{ "targetType": "lambda", "healthCheck": { "enabled": false } }""")]
    public void SoonEnough_IsCompliant(string inputs) => Assert.Empty(Check(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "healthCheck": { "enabled": false } }""", "the health check is off")]
    [InlineData(
        """{ "healthCheck": { "interval": 61, "unhealthyThreshold": 2, "healthyThreshold": 2 } }""",
        "a failed target gets clients for 122 s, at most 120 s allowed")]
    [InlineData("""{ "healthCheck": { "interval": 30, "healthyThreshold": 7 } }""", "a healthy target gets clients after 210 s, at most 180 s allowed")]
    [InlineData("""{ "healthCheck": { "interval": 10, "timeout": 11 } }""", "the health check's timeout is 11 s, between 1 and its interval of 10 s needed")]
    [InlineData("""{ "healthCheck": { "port": "trafficport" } }""", "the health check's port is trafficport")]
    [InlineData("""{ "deregistrationDelay": 301 }""", "the deregistration delay is 301 s, at most 300 s allowed")]
    public void TooLate_IsAViolation(string inputs, string message) => Assert.Equal(["app: " + message], Check(inputs).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(["app: healthCheck.interval"], Check("""{ "healthCheck": { "interval": "?" } }""").Unknown(Rule));

    private static TestGraph Check(string inputs) => new TestGraph().Add("aws:lb/targetGroup:TargetGroup", "app", inputs);
}
