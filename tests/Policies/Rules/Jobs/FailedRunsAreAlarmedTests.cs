using DrInfra.Policies.Rules.Jobs;

namespace DrInfra.Tests.Policies.Rules.Jobs;

public class FailedRunsAreAlarmedTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";
    private const string Dimensions = """ "dimensions": { "StateMachineArn": "arn:aws:states:eu-west-1:111122223333:stateMachine:rollup" } """;
    private const string Own = $$"""{ "name": "failed", "namespace": "AWS/States", "metricName": "ExecutionsFailed", {{Dimensions}} }""";

    private static readonly FailedRunsAreAlarmed Rule = new();

    [Fact]
    public void AlarmOnFailedRuns_IsCompliant() => Assert.Empty(Graph(Own).Violations(Rule));

    [Fact]
    public void AlarmOnASum_IsCompliant() => Assert.Empty(Graph($$"""
        { "name": "failed", "metricQueries": [{ "id": "sum", "expression": "FILL(a, 0)", "returnData": true },
          { "id": "a", "metric": { "namespace": "AWS/States", "metricName": "ExecutionsFailed", {{Dimensions}} } }] }
        """).Violations(Rule));

    [Theory]
    [InlineData("ExecutionsFailed", "ExecutionsStarted")]
    [InlineData("stateMachine:rollup", "stateMachine:other")]
    [InlineData("AWS/States", "AWS/Lambda")]
    [InlineData("\"name\": \"failed\"", "\"name\": \"failed\", \"comparisonOperator\": \"LessThanThreshold\"")]
    [InlineData("\"name\": \"failed\"", "\"name\": \"failed\", \"treatMissingData\": \"breaching\"")]
    public void AlarmOnSomethingElse_IsAViolation(string from, string to) => Assert.Equal(
        ["machine: no alarm in eu-west-1 tells that a run of it failed"], Graph(Own.Change(from, to)).Violations(Rule));

    [Fact]
    public void AlarmInAnotherRegion_IsAViolation() =>
        Assert.Single(EmrMachines.Graph(EmrMachines.Sound).Add(Alarm, "failed", Own, "eu-central-1").Violations(Rule));

    [Fact]
    public void MachineThatNoScheduleStarts_IsNotJudged() => Assert.Empty(EmrMachines.Graph(EmrMachines.Sound).Without("hourly").Violations(Rule));

    private static TestGraph Graph(string alarm) => EmrMachines.Graph(EmrMachines.Sound).Add(Alarm, "failed", alarm);
}
