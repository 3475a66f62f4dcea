using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

/// <summary>The rules that look at one alarm alone: each with the sound alarm and one field changed.</summary>
public class AlarmPropertyRulesTests
{
    public static TheoryData<Rule> Rules =>
    [
        new AlarmActionsAreEnabled(), new AlarmPeriodsAreSound(), new AbsenceAlarmTreatsMissingDataAsBreaching(), new AlarmComparisonFitsItsMetric(),
        new AlarmThresholdFitsItsMetric(), new AlarmStatisticFitsItsMetric(), new AlarmMetricExists(), new AlarmHasItsDimensions(),
    ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void SoundAlarms_AreCompliant(Rule rule)
    {
        Assert.Empty(Of(DetectionGraph.CanaryAlarm()).Violations(rule));
        Assert.Empty(Of(DetectionGraph.LagAlarm()).Violations(rule));
    }

    [Theory]
    [InlineData("""{ "actionsEnabled": false }""")]
    [InlineData("""{ "actionsEnabled": "false" }""")]
    public void ActionsOff_IsAViolation(string change) =>
        Assert.Equal(["alarm: the alarm's actions are disabled"], Of(DetectionGraph.CanaryAlarm(change)).Violations(new AlarmActionsAreEnabled()));

    [Theory]
    [InlineData("""{ "evaluationPeriods": null }""", "evaluationPeriods is nothing, at least 1 needed")]
    [InlineData("""{ "evaluationPeriods": 0, "datapointsToAlarm": null }""", "evaluationPeriods is 0, at least 1 needed")]
    [InlineData("""{ "datapointsToAlarm": 4 }""", "datapointsToAlarm is 4 of 3 evaluation periods")]
    [InlineData("""{ "datapointsToAlarm": 0 }""", "datapointsToAlarm is 0 of 3 evaluation periods")]
    [InlineData("""{ "period": 90 }""", "period is 90, seconds in multiples of 60 needed")]
    [InlineData("""{ "period": null }""", "period is nothing, seconds in multiples of 60 needed")]
    [InlineData("""{ "period": 60, "evaluationPeriods": 1441 }""", "1441 periods of 60 seconds are 86460 seconds, at most 86400 allowed")]
    public void UnsoundPeriods_AreViolations(string change, string message) =>
        Assert.Equal([$"alarm: {message}"], Of(DetectionGraph.CanaryAlarm(change)).Violations(new AlarmPeriodsAreSound()));

    [Theory]
    [InlineData("""{ "datapointsToAlarm": null }""")]
    [InlineData("""{ "period": 60, "evaluationPeriods": 1440 }""")]
    [InlineData("""{ "period": 3600, "evaluationPeriods": 168 }""")]
    [InlineData("""{ "period": 10 }""")]
    public void SoundPeriods_AreCompliant(string change) =>
        Assert.Empty(Of(DetectionGraph.CanaryAlarm(change)).Violations(new AlarmPeriodsAreSound()));

    [Theory]
    [InlineData("null", "missing SuccessPercent is treated as missing, breaching needed")]
    [InlineData("\"notBreaching\"", "missing SuccessPercent is treated as notBreaching, breaching needed")]
    [InlineData("\"loud\"", "treatMissingData is loud, which is not valid")]
    public void SilenceIgnoredWhereItIsTheFault_IsAViolation(string value, string message) => Assert.Equal(
        [$"alarm: {message}"],
        Of(DetectionGraph.CanaryAlarm($$"""{ "treatMissingData": {{value}} }""")).Violations(new AbsenceAlarmTreatsMissingDataAsBreaching()));

    [Fact]
    public void FailureCountThatRingsWhenSilent_IsAViolation() => Assert.Equal(
        ["alarm: missing OperationsFailedReplication is treated as breaching, so the alarm is in ALARM while there are no failures"],
        Of(DetectionGraph.LagAlarm("""{ "namespace": "AWS/S3", "metricName": "OperationsFailedReplication", "treatMissingData": "breaching" }"""))
            .Violations(new AbsenceAlarmTreatsMissingDataAsBreaching()));

    [Theory]
    [InlineData("LessThanThreshold", "it goes to ALARM when AuroraGlobalDBRPOLag is low, which is the healthy state")]
    [InlineData("Above", "comparisonOperator is Above, which is not valid")]
    public void WrongComparison_IsAViolation(string comparison, string message) => Assert.Equal(
        [$"alarm: {message}"],
        Of(DetectionGraph.LagAlarm($$"""{ "comparisonOperator": "{{comparison}}" }""")).Violations(new AlarmComparisonFitsItsMetric()));

    [Theory]
    [InlineData(999, false)]
    [InlineData(1000, true)]
    [InlineData(604_800_000, true)]
    [InlineData(604_800_001, false)]
    [InlineData(0, false)]
    public void ThresholdOfALag_IsInMilliseconds(double threshold, bool compliant) => Assert.Equal(
        compliant, Of(DetectionGraph.LagAlarm($$"""{ "threshold": {{threshold}} }""")).Violations(new AlarmThresholdFitsItsMetric()).Length == 0);

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100, true)]
    [InlineData(101, false)]
    public void ThresholdOfARate_IsAPercentage(double threshold, bool compliant) => Assert.Equal(
        compliant, Of(DetectionGraph.CanaryAlarm($$"""{ "threshold": {{threshold}} }""")).Violations(new AlarmThresholdFitsItsMetric()).Length == 0);

    [Fact]
    public void LagFromZeroOn_AsksWhetherItIsPublished() => Assert.Empty(
        Of(DetectionGraph.LagAlarm("""{ "threshold": 0, "comparisonOperator": "GreaterThanOrEqualToThreshold" }""")).Violations(
            new AlarmThresholdFitsItsMetric()));

    [Fact]
    public void NoThreshold_IsAViolation() => Assert.Equal(
        ["alarm: the threshold is nothing, a number needed"],
        Of(DetectionGraph.LagAlarm("""{ "threshold": null }""")).Violations(new AlarmThresholdFitsItsMetric()));

    [Theory]
    [InlineData("""{ "statistic": "Minimum" }""", false)]
    [InlineData("""{ "statistic": "Average" }""", false)]
    [InlineData("""{ "statistic": null }""", false)]
    [InlineData("""{ "statistic": null, "extendedStatistic": "p99" }""", true)]
    [InlineData("""{ "statistic": null, "extendedStatistic": "p50" }""", false)]
    public void StatisticOfALag_IsItsMaximum(string change, bool compliant) =>
        Assert.Equal(compliant, Of(DetectionGraph.LagAlarm(change)).Violations(new AlarmStatisticFitsItsMetric()).Length == 0);

    [Theory]
    [InlineData("""{ "metricName": "AuroraGlobalDBRpoLag" }""", "AWS/RDS has no metric AuroraGlobalDBRpoLag, only AWS/RDS AuroraGlobalDBRPOLag")]
    [InlineData("""{ "namespace": "AWS/RDSx" }""", "AWS/RDSx has no metric AuroraGlobalDBRPOLag, only AWS/RDS AuroraGlobalDBRPOLag")]
    [InlineData("""{ "metricName": null }""", "no metric is set")]
    [InlineData("""{ "namespace": null }""", "AuroraGlobalDBRPOLag has no namespace")]
    public void SlipInTheMetric_IsAViolation(string change, string message) =>
        Assert.Equal([$"alarm: {message}"], Of(DetectionGraph.LagAlarm(change)).Violations(new AlarmMetricExists()));

    [Fact]
    public void MetricOfSomethingElse_IsCompliant() => Assert.Empty(
        Of(DetectionGraph.LagAlarm("""{ "namespace": "Custom/App", "metricName": "Orders" }""")).Violations(new AlarmMetricExists()));

    [Theory]
    [InlineData("""{ "dimensions": { "SourceRegion": "eu-central-1" } }""", "AuroraGlobalDBRPOLag needs the dimension DBClusterIdentifier")]
    [InlineData("""{ "dimensions": { "DBClusterIdentifier": "orders", "Cluster": "orders" } }""", "AuroraGlobalDBRPOLag has no dimension Cluster")]
    public void WrongDimensions_AreViolations(string change, string message) =>
        Assert.Equal([$"alarm: {message}"], Of(DetectionGraph.LagAlarm(change)).Violations(new AlarmHasItsDimensions()));

    [Theory]
    [InlineData("""{ "threshold": "?" }""", "threshold")]
    public void UnknownThreshold_IsReportedAsUnknown(string change, string property) =>
        Assert.Equal([$"alarm: {property}"], Of(DetectionGraph.LagAlarm(change)).Unknown(new AlarmThresholdFitsItsMetric()));

    private static TestGraph Of(string alarm) => new TestGraph().Add(DetectionGraph.Alarm, "alarm", alarm);
}
