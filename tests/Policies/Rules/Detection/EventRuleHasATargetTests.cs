using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class EventRuleHasATargetTests
{
    private const string Type = "aws:cloudwatch/eventRule:EventRule";
    private const string Target = "aws:cloudwatch/eventTarget:EventTarget";
    private static readonly EventRuleHasATarget Rule = new();

    [Theory]
    [InlineData("arn:aws:sns:eu-west-1:123456789012:alerts")]
    [InlineData("arn:aws:events:eu-central-1:123456789012:event-bus/default")]
    [InlineData("?")]
    public void TargetWithinReach_IsCompliant(string arn) => Assert.Empty(With("failed", arn).Violations(Rule).Concat(With("failed", arn).Unknown(Rule)));

    [Fact]
    public void TargetInAnotherRegion_IsAViolation() => Assert.Equal(
        ["people: its target arn:aws:sns:eu-central-1:123456789012:alerts is in eu-central-1, the rule in eu-west-1: only an event bus is reached there"],
        With("failed", "arn:aws:sns:eu-central-1:123456789012:alerts").Violations(Rule));

    [Theory]
    [InlineData("other")]
    [InlineData("Failed")]
    public void TargetOfAnotherRule_LeavesTheRuleWithout(string rule) => Assert.Equal(
        ["failed: the rule has no target: an event that matches does nothing"], With(rule, "arn:aws:sns:eu-west-1:123456789012:alerts").Violations(Rule));

    [Fact]
    public void TargetOfAnUnknownRule_MakesTheMissingOneUnknown() =>
        Assert.Equal(["people: rule"], With("?", "arn:aws:sns:eu-west-1:123456789012:alerts").Unknown(Rule));

    [Theory]
    [InlineData("state", "\"DISABLED\"")]
    [InlineData("isEnabled", "false")]
    public void DisabledRule_IsAViolation(string property, string value) => Assert.Equal(
        ["failed: the rule is disabled: no event reaches its target"],
        new TestGraph().Add(Type, "failed", $$"""{ "name": "failed", "{{property}}": {{value}} }""").Violations(Rule));

    private static TestGraph With(string rule, string arn) => new TestGraph()
        .Add(Type, "failed", """{ "name": "failed" }""")
        .Add(Target, "people", $$"""{ "rule": "{{rule}}", "arn": "{{arn}}" }""");
}
