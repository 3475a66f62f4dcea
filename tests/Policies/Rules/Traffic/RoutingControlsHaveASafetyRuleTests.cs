using DrInfra.Policies.Rules.Traffic;

namespace DrInfra.Tests.Policies.Rules.Traffic;

public class RoutingControlsHaveASafetyRuleTests
{
    private static readonly RoutingControlsHaveASafetyRule Rule = new();

    [Theory]
    [InlineData(
        """
        { "controlPanelArn": "p", "waitPeriodMs": 5000, "assertedControls": ["a", "b"], "ruleConfig": { "inverted": false, "threshold": 1, "type": "ATLEAST" } }
        """)]
    [InlineData(
        """
        { "controlPanelArn": "p", "waitPeriodMs": 5000, "gatingControls": ["a"], "targetControls": ["b"],
          "ruleConfig": { "inverted": false, "threshold": 1, "type": "ATLEAST" } }
        """)]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "controlPanelArn": "p", "waitPeriodMs": 5000, "assertedControls": ["a", "b"], "ruleConfig": { "inverted": true, "threshold": 1, "type": "ATLEAST" } }
        """,
        "it is inverted: it asserts that controls are off")]
    [InlineData(
        """
        { "controlPanelArn": "p", "waitPeriodMs": 5000, "assertedControls": ["a", "b"], "ruleConfig": { "inverted": false, "threshold": 0, "type": "ATLEAST" } }
        """,
        "it asserts that at least 0 controls are on")]
    [InlineData(
        """
        { "controlPanelArn": "p", "waitPeriodMs": 5000, "assertedControls": ["a", "b"], "ruleConfig": { "inverted": false, "threshold": 3, "type": "ATLEAST" } }
        """,
        "it asserts 3 of 2 controls")]
    [InlineData(
        """{ "controlPanelArn": "p", "waitPeriodMs": 5000, "gatingControls": ["a"], "ruleConfig": { "inverted": false, "threshold": 1, "type": "ATLEAST" } }""",
        "its gating rule has no targetControls")]
    [InlineData(
        """
        { "controlPanelArn": "p", "waitPeriodMs": 60001, "assertedControls": ["a", "b"],
          "ruleConfig": { "inverted": false, "threshold": 1, "type": "ATLEAST" } }
        """,
        "waitPeriodMs is 60001, at most 60000 allowed")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"rule: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""["a", "b"]""", 0)]
    [InlineData("""["a"]""", 1)]
    public void Panel_HasEachOfItsControlsAsserted(string asserted, int violations) => Assert.Equal(violations, Controls(asserted).Violations(Rule).Length);

    [Fact]
    public void UnknownControls_AreReportedAsUnknown() => Assert.Equal(["a: controlPanelArn", "b: controlPanelArn"], Controls("""["?", "?"]""").Unknown(Rule));

    private static TestGraph Controls(string asserted)
    {
        var graph = Graph(
            $$"""
            { "controlPanelArn": "p", "waitPeriodMs": 5000, "assertedControls": {{asserted}},
              "ruleConfig": { "inverted": false, "threshold": 1, "type": "ATLEAST" } }
            """);
        foreach (var name in new[] { "a", "b" })
        {
            graph.Add("aws:route53recoverycontrol/routingControl:RoutingControl", name, """{ "clusterArn": "c", "controlPanelArn": "p" }""", id: name);
        }

        return graph;
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("aws:route53recoverycontrol/safetyRule:SafetyRule", "rule", inputs);
}
