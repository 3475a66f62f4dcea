using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class CompositeAlarmRulesTests
{
    [Theory]
    [InlineData("ALARM(one) OR ALARM(two)", 0, 0)]
    [InlineData("ALARM(\\\"one\\\") OR (ALARM(two))", 0, 0)]
    [InlineData("ALARM(one) AND ALARM(two)", 0, 1)]
    [InlineData("ALARM(one) AND NOT ALARM(two)", 0, 0)]
    [InlineData("NOT ALARM(one)", 0, 1)]
    [InlineData("ALARM(one) OR TRUE", 0, 1)]
    [InlineData("ALARM(two) AND FALSE", 0, 1)]
    [InlineData("AT_LEAST(1, ALARM, (one, two))", 0, 0)]
    [InlineData("AT_LEAST(2, ALARM, (one, two))", 0, 1)]
    [InlineData("ALARM(one) OR", 1, 0)]
    [InlineData("ALARM(one", 1, 0)]
    [InlineData("one OR two", 1, 0)]
    [InlineData("ALARM(three) OR ALARM(two)", 1, 0)]
    [InlineData("ALARM(far) OR ALARM(two)", 1, 0)]
    public void Rule_IsAcceptedAndRings(string rule, int unsound, int mute)
    {
        var graph = Graph($$"""{ "alarmName": "all", "alarmRule": "{{rule}}" }""");
        Assert.Equal(unsound, graph.Violations(new CompositeAlarmRuleIsSound(), null, DetectionGraph.OtherHalf).Length);
        Assert.Equal(mute, graph.Violations(new CompositeAlarmRingsForEachOfItsAlarms(), null, DetectionGraph.OtherHalf).Length);
    }

    [Fact]
    public void AlarmThatSpeaksForItself_MayNeedCompany() => Assert.Empty(new TestGraph()
        .Add(DetectionGraph.Alarm, "one", DetectionGraph.CanaryAlarm("""{ "name": "one" }"""))
        .Add(DetectionGraph.Alarm, "two", DetectionGraph.CanaryAlarm("""{ "name": "two" }"""))
        .Add(DetectionGraph.Composite, "all", """{ "alarmName": "all", "alarmRule": "ALARM(one) AND ALARM(two)" }""")
        .Violations(new CompositeAlarmRingsForEachOfItsAlarms()));

    [Theory]
    [InlineData("ALARM(one) OR ALARM(two)", "all: one alarm in ALARM hides the others: 2 have no action of their own, such as one")]
    [InlineData("ALARM(one) OR ALARM(loud)", "all: one alarm in ALARM hides another: one has no action of its own")]
    [InlineData("ALARM(one)", null)]
    [InlineData("ALARM(one) AND ALARM(two)", null)]
    [InlineData("?", null)]
    public void Composite_HidesNoAlarmWithoutAnAction(string rule, string? violation)
    {
        var loud = DetectionGraph.LagAlarm("""{ "name": "loud", "alarmActions": ["arn:aws:sns:eu-west-1:123456789012:alerts"] }""");
        var graph = Graph($$"""{ "alarmName": "all", "alarmRule": "{{rule}}", "alarmActions": ["arn:aws:sns:eu-west-1:123456789012:alerts"] }""").Add(
            DetectionGraph.Alarm, "loud", loud);
        Assert.Equal(violation is null ? [] : [violation], graph.Violations(new CompositeAlarmHidesNoFault()));
    }

    [Fact]
    public void CompositeThatTellsNobody_IsLeftToAnotherRule() => Assert.Empty(
        Graph("""{ "alarmName": "all", "alarmRule": "ALARM(one) OR ALARM(two)" }""").Violations(new CompositeAlarmHidesNoFault()));

    [Fact]
    public void UnknownRuleWithDependencies_IsCompliant()
    {
        var graph = new TestGraph().Add(DetectionGraph.Alarm, "one", DetectionGraph.LagAlarm())
            .Add(DetectionGraph.Composite, "all", """{ "alarmName": "all", "alarmRule": "?" }""", dependencies: ("alarmRule", DetectionGraph.Alarm, "one"));
        Assert.Empty(graph.Unknown(new CompositeAlarmRuleIsSound()));
        Assert.Equal(["all: alarmRule"], Graph("""{ "alarmName": "all", "alarmRule": "?" }""").Unknown(new CompositeAlarmRuleIsSound()));
    }

    [Theory]
    [InlineData("""{ "alarm": "two", "waitPeriod": 60, "extensionPeriod": 60 }""", 0)]
    [InlineData("""{ "alarm": "one", "waitPeriod": 60, "extensionPeriod": 60 }""", 1)]
    [InlineData("""{ "alarm": "two", "waitPeriod": 300, "extensionPeriod": 301 }""", 1)]
    [InlineData("""{ "alarm": "none", "waitPeriod": 60, "extensionPeriod": 60 }""", 1)]
    public void Suppressor_HoldsBackBriefly(string suppressor, int violations) => Assert.Equal(
        violations,
        Graph($$"""{ "alarmName": "all", "alarmRule": "ALARM(one)", "actionsSuppressor": {{suppressor}} }""")
            .Violations(new CompositeAlarmIsNotMuted(), null, DetectionGraph.OtherHalf).Length);

    [Theory]
    [InlineData("{}", "all: dashboardBody is not a dashboard with widgets")]
    [InlineData(
        """{ "widgets": [{ "properties": { "alarms": ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:three"] } }] }""",
        "all: it shows arn:aws:cloudwatch:eu-west-1:123456789012:alarm:three, which is in none of the stacks")]
    [InlineData("""{ "widgets": [{ "properties": { "alarms": ["arn:aws:cloudwatch:eu-west-1:123456789012:alarm:one"] } }] }""", null)]
    public void Dashboard_ShowsWhatExists(string body, string? violation) => Assert.Equal(
        violation is null ? [] : [violation],
        new TestGraph().Add(DetectionGraph.Alarm, "one", DetectionGraph.LagAlarm("""{ "name": "one" }"""))
            .Add("aws:cloudwatch/dashboard:Dashboard", "all", $$"""{ "dashboardBody": {{System.Text.Json.JsonSerializer.Serialize(body)}} }""")
            .Violations(new DashboardShowsWhatExists(), null, DetectionGraph.OtherHalf));

    [Fact]
    public void PairWithAlarmsAndNoDashboard_IsAViolation() => Assert.Single(
        Graph("""{ "alarmName": "all", "alarmRule": "ALARM(one)" }""").Violations(new RecoveryAlarmsAreOnADashboard(), null, DetectionGraph.OtherHalf));

    private static TestGraph Graph(string composite) => new TestGraph()
        .Add(DetectionGraph.Alarm, "one", DetectionGraph.LagAlarm("""{ "name": "one" }"""))
        .Add(DetectionGraph.Alarm, "two", DetectionGraph.LagAlarm("""{ "name": "two" }"""))
        .Add(DetectionGraph.Alarm, "far", DetectionGraph.LagAlarm("""{ "name": "far" }"""), DetectionGraph.Standby)
        .Add(DetectionGraph.Composite, "all", composite);
}
