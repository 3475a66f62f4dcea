using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class WaitingApprovalIsNotifiedTests
{
    private const string Rule = "aws:cloudwatch/eventRule:EventRule";

    private static readonly WaitingApprovalIsNotified Approval = new();

    [Theory]
    [InlineData("""{ "source": ["aws.arc-region-switch"] }""", true)]
    [InlineData("""{ "source": ["aws.arc-region-switch"], "detail": { "eventType": ["StepPendingApproval"] } }""", true)]
    [InlineData("""{ "source": ["aws.arc-region-switch"], "detail": { "eventType": [{ "equals-ignore-case": "stepPendingApproval" }] } }""", true)]
    [InlineData("""{ "source": ["aws.arc-region-switch"], "detail": { "eventType": ["ExecutionFailed"] } }""", false)]
    [InlineData("""{ "source": ["aws.rds"] }""", false)]
    public void RuleThatHearsIt_IsCompliant(string pattern, bool heard) => Assert.Equal(
        heard ? [] : ["plan: nobody is notified that the step approve waits for an approval"],
        Graph(pattern).Violations(Approval, null, DetectionGraph.OtherHalf));

    [Fact]
    public void NoRule_IsAViolationAndPerhapsAnotherStacks()
    {
        Assert.Single(Plan().Violations(Approval, null, DetectionGraph.OtherHalf));
        Assert.Empty(Plan().Violations(Approval));
        Assert.Single(Plan().Unknown(Approval));
    }

    [Fact]
    public void RuleWithoutATarget_TellsNobody() => Assert.Single(
        Graph("""{ "source": ["aws.arc-region-switch"] }""").Without("target").Violations(Approval, null, DetectionGraph.OtherHalf));

    [Fact]
    public void PatternThatIsNotKnown_IsUnknown() => Assert.Single(
        Graph("{}").With("rule", "eventPattern", "?").Unknown(Approval, null, DetectionGraph.OtherHalf));

    [Fact]
    public void PlanWithoutApproval_IsNotJudged() => Assert.Empty(
        Plan().With("plan", "workflows", null).Violations(Approval, null, DetectionGraph.OtherHalf));

    private static TestGraph Graph(string pattern) => Plan()
        .Add(Rule, "rule", $$"""{ "name": "rule", "eventPattern": {{System.Text.Json.JsonSerializer.Serialize(pattern)}} }""")
        .Add("aws:cloudwatch/eventTarget:EventTarget", "target", """{ "rule": "rule", "arn": "arn:aws:sns:eu-west-1:123456789012:alerts" }""");

    private static TestGraph Plan() => new TestGraph().Add(DetectionGraph.Plan, "plan", DetectionGraph.With(
        """{ "name": "plan", "regions": ["eu-west-1", "eu-central-1"], "tags": { "dr:pair": "main" } }""",
        PlanGraph.Steps("""
            { "name": "approve", "executionBlockType": "ManualApproval",
              "executionApprovalConfigs": [{ "approvalRole": "arn:aws:iam::123456789012:role/people" }] }
            """)));
}
