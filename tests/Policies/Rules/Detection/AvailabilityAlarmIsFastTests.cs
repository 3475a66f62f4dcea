using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class AvailabilityAlarmIsFastTests
{
    private static readonly AvailabilityAlarmIsFast Rule = new();

    [Theory]
    [InlineData(60, 3, null, 0)]
    [InlineData(300, 3, null, 0)]
    [InlineData(300, 4, null, 1)]
    [InlineData(3600, 1, null, 1)]
    [InlineData(300, 6, 3, 0)]
    public void MinutesOfBadData_CountUpToTheParameter(int period, int evaluations, int? points, int violations) =>
        Assert.Equal(violations, Graph(period, evaluations, points).Violations(Rule).Length);

    [Fact]
    public void AnAlarmOnLag_OrOnBackups_IsNotJudged() => Assert.Empty(new TestGraph()
        .Add("aws:cloudwatch/metricAlarm:MetricAlarm", "lag", """
            { "namespace": "AWS/DynamoDB", "metricName": "ReplicationLatency", "comparisonOperator": "GreaterThanThreshold", "threshold": 1, "period": 3600,
              "evaluationPeriods": 1, "statistic": "Average" }
            """)
        .Add("aws:cloudwatch/metricAlarm:MetricAlarm", "backups", """
            { "namespace": "AWS/Backup", "metricName": "NumberOfBackupJobsCompleted", "comparisonOperator": "LessThanThreshold", "threshold": 1,
              "period": 86400, "evaluationPeriods": 1, "statistic": "Sum" }
            """).Violations(Rule));

    [Fact]
    public void UnknownPeriod_IsReportedAsUnknown() => Assert.Equal(["hosts: period"], new TestGraph()
        .Add("aws:cloudwatch/metricAlarm:MetricAlarm", "hosts", """
            { "namespace": "AWS/ApplicationELB", "metricName": "HealthyHostCount", "comparisonOperator": "LessThanThreshold", "threshold": 1, "period": "?",
              "evaluationPeriods": 1, "statistic": "Minimum" }
            """).Unknown(Rule));

    private static TestGraph Graph(int period, int evaluations, int? points) => new TestGraph().Add("aws:cloudwatch/metricAlarm:MetricAlarm", "hosts", $$"""
        { "namespace": "AWS/ApplicationELB", "metricName": "HealthyHostCount", "comparisonOperator": "LessThanThreshold", "threshold": 1,
          "statistic": "Minimum", "period": {{period}}, "evaluationPeriods": {{evaluations}}
          {{(points is null ? "" : $", \"datapointsToAlarm\": {points}")}} }
        """);
}
