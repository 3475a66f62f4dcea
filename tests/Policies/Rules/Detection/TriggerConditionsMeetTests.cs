using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class TriggerConditionsMeetTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private static readonly TriggerConditionsMeet Rule = new();

    // The detector rings up to 5 x 60 s and a minute's wait after the loss.
    [Theory]
    [InlineData(30, 1)]
    [InlineData(7, 1)]
    public void RedUntilTheDetectorRings_IsCompliant(int periods, int points) => Assert.Empty(Plan(periods, points).Violations(Rule));

    [Theory]
    [InlineData(6, "1", "followed: it is OK again 5m after the writer stops, but lost needs up to 6m to reach ALARM, so plan never starts")]
    [InlineData(30, "30", "followed: it is OK again 0s after the writer stops, but lost needs up to 6m to reach ALARM, so plan never starts")]
    [InlineData(30, null, "followed: it is OK again 0s after the writer stops, but lost needs up to 6m to reach ALARM, so plan never starts")]
    public void GreenBeforeTheDetectorRings_IsAViolation(int periods, string? points, string message) =>
        Assert.Equal([message], Plan(periods, points is null ? null : int.Parse(points)).Violations(Rule));

    [Fact]
    public void AlarmThatFollowsAnotherRegion_IsAViolation() => Assert.Equal(
        ["followed: it watches replication from us-east-1, but plan needs replication from eu-west-1"], Plan(30, 1, source: "us-east-1").Violations(Rule));

    [Fact]
    public void UnknownWindow_IsReportedAsUnknown() => Assert.Equal(["followed: period"], Plan(30, 1, period: "\"?\"").Unknown(Rule));

    [Fact]
    public void TriggerWithoutSuchACondition_IsNotJudged() => Assert.Empty(Plan(1, 1, threshold: 1000).Violations(Rule));

    private static TestGraph Plan(int periods, int? points, string source = "eu-west-1", string period = "60", int threshold = 0)
    {
        var enough = points is null ? "" : $"\"datapointsToAlarm\": {points}, ";
        return new TestGraph()
            .Add(Alarm, "followed", $$"""
                { "name": "followed", "namespace": "AWS/RDS", "metricName": "AuroraGlobalDBRPOLag", "comparisonOperator": "GreaterThanOrEqualToThreshold",
                  "threshold": {{threshold}},
                  "period": {{period}}, "evaluationPeriods": {{periods}}, {{enough}}"treatMissingData": "notBreaching",
                  "dimensions": { "DBClusterIdentifier": "db", "SourceRegion": "{{source}}" } }
                """, "eu-central-1")
            .Add(Alarm, "lost", """
                { "name": "lost", "namespace": "AWS/Route53", "metricName": "HealthCheckStatus", "period": 60, "evaluationPeriods": 5, "datapointsToAlarm": 5 }
                """, "eu-central-1")
            .Add("aws:arcregionswitch/plan:Plan", "plan", """
                { "regions": ["eu-west-1", "eu-central-1"],
                  "associatedAlarms": [
                    { "mapBlockKey": "followed", "alarmType": "trigger", "resourceIdentifier": "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:followed" },
                    { "mapBlockKey": "lost", "alarmType": "trigger", "resourceIdentifier": "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:lost" }],
                  "triggers": [{ "action": "activate", "targetRegion": "eu-central-1", "conditions": [
                    { "associatedAlarmName": "followed", "condition": "red" }, { "associatedAlarmName": "lost", "condition": "red" }] }] }
                """);
    }
}
