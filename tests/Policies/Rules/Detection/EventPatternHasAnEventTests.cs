using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class EventPatternHasAnEventTests
{
    private static readonly EventPatternHasAnEvent Rule = new();

    [Theory]
    [InlineData("""{"source":["aws.backup"],"detail-type":["Backup Job State Change"],"detail":{"state":["FAILED","ABORTED"]}}""")]
    [InlineData("""{"source":["aws.backup"],"detail-type":["Restore Job State Change"],"detail":{"status":["FAILED"]}}""")]
    [InlineData("""{"source":["aws.backup"],"detail-type":["Copy Job State Change"],"detail":{"state":[{"anything-but":"COMPLETED"}]}}""")]
    [InlineData("""{"source":["aws.backup"],"detail-type":["Backup Job State Change"],"detail":{"state":[{"equals-ignore-case":"failed"}]}}""")]
    [InlineData("""{"source":["aws.backup"],"detail-type":["Restore Job State Change"]}""")]
    [InlineData("""{"source":["aws.cloudwatch"],"detail-type":["CloudWatch Alarm State Change"],"detail":{"state":{"value":["ALARM"]}}}""")]
    [InlineData("""{"source":["aws.ec2"],"detail-type":["EC2 Instance State-change Notification"],"detail":{"state":["stopped"]}}""")]
    public void PatternThatAnEventFits_IsCompliant(string pattern) => Assert.Empty(Graph(pattern).Violations(Rule));

    [Theory]
    [InlineData(
        """{"source":["aws.backup"],"detail-type":["Restore Job State Change"],"detail":{"state":["FAILED"]}}""",
        "Restore Job State Change has no detail.state, only detail.status")]
    [InlineData(
        """{"source":["aws.backup"],"detail-type":["Backup Job State Change"],"detail":{"status":["FAILED"]}}""",
        "Backup Job State Change has no detail.status, only detail.state")]
    [InlineData(
        """{"source":["aws.backup"],"detail-type":["Copy Job State Change"],"detail":{"state":["Failed"]}}""",
        "detail.state of a Copy Job State Change is never Failed: it is one of CREATED, RUNNING, COMPLETED, FAILED, PARTIAL")]
    [InlineData(
        """{"source":["aws.backup"],"detail-type":["Backup job state change"]}""", "there is no event Backup job state change, only Backup Job State Change")]
    [InlineData(
        """{"source":["aws.backup"],"detail-type":["Backup Job State Change","Restore Job State Change"],"detail":{"state":["FAILED"]}}""",
        "Restore Job State Change has no detail.state, only detail.status")]
    [InlineData(
        """{"source":["aws.cloudwatch"],"detail-type":["CloudWatch Alarm State Change"],"detail":{"state":["ALARM"]}}""",
        "CloudWatch Alarm State Change has no detail.state, only detail.state.value")]
    [InlineData("{", "its pattern is not valid JSON")]
    public void PatternThatNoEventFits_IsAViolation(string pattern, string message) => Assert.Equal([$"failed: {message}"], Graph(pattern).Violations(Rule));

    [Fact]
    public void UnknownPattern_IsReportedAsUnknown() => Assert.Equal(["failed: eventPattern"], Graph("?").Unknown(Rule));

    [Fact]
    public void RuleOnASchedule_HasNoPattern() =>
        Assert.Empty(new TestGraph().Add("aws:cloudwatch/eventRule:EventRule", "hourly", """{ "scheduleExpression": "rate(1 hour)" }""").Violations(Rule));

    private static TestGraph Graph(string pattern) =>
        new TestGraph().Add("aws:cloudwatch/eventRule:EventRule", "failed", $$"""{ "eventPattern": {{System.Text.Json.JsonSerializer.Serialize(pattern)}} }""");
}
