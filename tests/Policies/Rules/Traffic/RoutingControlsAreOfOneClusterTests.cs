using DrInfra.Policies.Rules.Traffic;

namespace DrInfra.Tests.Policies.Rules.Traffic;

public class RoutingControlsAreOfOneClusterTests
{
    private const string ControlCluster = "aws:route53recoverycontrol/cluster:Cluster";
    private const string ControlPanel = "aws:route53recoverycontrol/controlPanel:ControlPanel";
    private const string RoutingControl = "aws:route53recoverycontrol/routingControl:RoutingControl";
    private const string SafetyRule = "aws:route53recoverycontrol/safetyRule:SafetyRule";

    private static readonly RoutingControlsAreOfOneCluster Rule = new();

    [Fact]
    public void PanelControlAndRuleOfOneCluster_AreCompliant() => Assert.Empty(Panel("cluster-1", "cluster-1", "panel-1").Violations(Rule));

    [Theory]
    [InlineData("cluster-1", "cluster-2", "panel-1", "control: its clusterArn differs from that of panel")]
    [InlineData("cluster-1", "cluster-1", "panel-2", "rule: its controlPanelArn differs from that of control")]
    public void AnotherClusterOrPanel_IsAViolation(string panel, string control, string rule, string message) =>
        Assert.Equal([message], Panel(panel, control, rule).Violations(Rule));

    [Fact]
    public void PanelWithoutCluster_IsAViolation() => Assert.Equal(
        ["panel: it names no cluster"], new TestGraph().Add(ControlPanel, "panel", """{ "name": "panel" }""").Violations(Rule));

    [Fact]
    public void UnknownCluster_IsReportedAsUnknown() => Assert.Equal(["control: clusterArn"], Panel("cluster-1", "?", "panel-1").Unknown(Rule));

    private static TestGraph Panel(string panel, string control, string rule) => new TestGraph()
        .Add(ControlCluster, "first", id: "cluster-1")
        .Add(ControlCluster, "second", id: "cluster-2")
        .Add(ControlPanel, "panel", $$"""{ "clusterArn": "{{panel}}" }""", id: "panel-1")
        .Add(ControlPanel, "other", $$"""{ "clusterArn": "{{panel}}" }""", id: "panel-2")
        .Add(RoutingControl, "control", $$"""{ "clusterArn": "{{control}}", "controlPanelArn": "panel-1" }""", id: "control-1")
        .Add(SafetyRule, "rule", $$"""{ "controlPanelArn": "{{rule}}", "assertedControls": ["control-1"] }""");
}
