using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class AlarmHasAnActionTests
{
    private static readonly AlarmHasAnAction Rule = new();

    [Fact]
    public void OwnAction_IsCompliant() =>
        Assert.Empty(new TestGraph().Add(DetectionGraph.Alarm, "alarm", DetectionGraph.CanaryAlarm()).Violations(Rule));

    [Fact]
    public void UnknownAction_IsCompliant() =>
        Assert.Empty(new TestGraph().Add(DetectionGraph.Alarm, "alarm", DetectionGraph.LagAlarm("""{ "alarmActions": ["?"] }""")).Violations(Rule));

    [Fact]
    public void NoListener_IsAViolation() => Assert.Equal(
        ["lag: no action, composite alarm, plan, health check or event rule uses it"], Lag().Violations(Rule));

    [Theory]
    [InlineData("""["arn:aws:sns:eu-west-1:123456789012:alerts"]""", true)]
    [InlineData("[]", false)]
    public void CompositeWithAnAction_SpeaksForIt(string actions, bool compliant) => Assert.Equal(
        compliant,
        Lag().Add(DetectionGraph.Composite, "all", $$"""{ "alarmName": "all", "alarmRule": "ALARM(lag)", "alarmActions": {{actions}} }""").Violations(
            Rule).Length
            == 0);

    [Theory]
    [InlineData("ALARM(loud)", 0)]
    [InlineData("ALARM(loud) OR ALARM(lag)", 2)]
    [InlineData("TRUE", 1)]
    public void CompositeWithoutAnAction_MaySumUpAlarmsThatHaveOne(string rule, int silent) => Assert.Equal(silent, (silent == 2 ? Lag() : new TestGraph())
        .Add(DetectionGraph.Alarm, "loud", DetectionGraph.CanaryAlarm("""{ "name": "loud" }"""))
        .Add(DetectionGraph.Composite, "all", $$"""{ "alarmName": "all", "alarmRule": "{{rule}}" }""").Violations(Rule).Length);

    [Fact]
    public void CompositeOfAnUnknownRule_SpeaksForItsDependencies() => Assert.Empty(Lag()
        .Add(
            DetectionGraph.Composite, "all", """{ "alarmName": "all", "alarmRule": "?", "alarmActions": ["?"] }""",
            dependencies: ("alarmRule", DetectionGraph.Alarm, "lag"))
        .Violations(Rule));

    [Fact]
    public void AlarmOfAPlan_IsHeard() => Assert.Empty(Lag()
        .Add(
            DetectionGraph.Plan, "plan",
            """
            { "associatedAlarms": [{ "mapBlockKey": "lag", "alarmType": "trigger",
                  "resourceIdentifier": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:lag" }] }
            """)
        .Violations(Rule));

    [Fact]
    public void AlarmOfAHealthCheck_IsHeardInItsRegionOnly()
    {
        Assert.Empty(
            Lag().Add(DetectionGraph.Check, "check", """{ "type": "CLOUDWATCH_METRIC", "cloudwatchAlarmName": "lag", "cloudwatchAlarmRegion": "eu-west-1" }""")
                .Violations(Rule));
        Assert.Single(
            Lag().Add(
                DetectionGraph.Check, "check", """{ "type": "CLOUDWATCH_METRIC", "cloudwatchAlarmName": "lag", "cloudwatchAlarmRegion": "eu-central-1" }""")
                .Violations(Rule));
    }

    [Fact]
    public void EventRuleOnChangesOfState_HearsIt() => Assert.Empty(Lag()
        .Add(
            "aws:cloudwatch/eventRule:EventRule", "rule",
            """{ "eventPattern": "{\"source\":[\"aws.cloudwatch\"],\"detail-type\":[\"CloudWatch Alarm State Change\"]}" }""")
        .Violations(Rule));

    private static TestGraph Lag() => new TestGraph().Add(DetectionGraph.Alarm, "lag", DetectionGraph.LagAlarm());
}
