using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Jobs;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

[Trait("Practice", "F6")]
public class SavepointAgeIsAlarmedTests
{
    private const string Deployment = "kubernetes:flink.apache.org/v1beta1:FlinkDeployment";
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private static readonly SavepointAgeIsAlarmed Rule = new();

    [Fact]
    public void AlarmThatRingsWhenSavepointsAge_IsCompliant()
    {
        Assert.Empty(Graph().Violations(Rule));
        Assert.Empty(Graph().Unknown(Rule));
    }

    [Fact]
    public void JobThatNobodyFollows_OwesNoAlarm() => Assert.Empty(
        Graph().Without("age").With("job", "metadata/labels", new JsonObject()).Violations(Rule));

    [Theory]
    [InlineData(null, null, "job: no alarm in eu-west-1 watches how old the savepoint is")]
    [InlineData("dimensions/Job", "\"other\"", "job: no alarm in eu-west-1 watches how old the savepoint is")]
    [InlineData("metricName", "\"SavepointsAge\"", "job: no alarm in eu-west-1 watches how old the savepoint is")]
    [InlineData("comparisonOperator", "\"LessThanThreshold\"", "job: no alarm in eu-west-1 watches how old the savepoint is")]
    [InlineData("alarmActions", "[]", "job: no alarm in eu-west-1 watches how old the savepoint is")]
    [InlineData("treatMissingData", "\"ignore\"", "age: the alarm age treats missing data as ignore")]
    public void AlarmThatIsNotThereOrDoesNotRing_IsAViolation(string? path, string? value, string message)
    {
        var graph = path is null ? Graph().Without("age") : Graph().With("age", path, JsonNode.Parse(value!));

        Assert.StartsWith(message, Assert.Single(graph.Violations(Rule)), StringComparison.Ordinal);
    }

    [Fact]
    public void AlarmOfTheOtherRegion_TellsNothingHere() => Assert.Single(Graph("eu-central-1").Violations(Rule));

    [Theory]
    [InlineData("job", "metadata/name", "job: metadata.name")]
    [InlineData("age", "treatMissingData", "age: treatMissingData")]
    public void WhatOnlyTheDeploymentTells_IsUnknown(string name, string path, string message)
    {
        var graph = Graph().With(name, path, "?");

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal([message], graph.Unknown(Rule));
    }

    [Fact]
    public void Waived_IsNotReported() => Assert.Empty(Graph().Without("age").Violations(Rule, RecoverySettingsFile.Parse(
        "waivers: [{ rule: savepoint-age-is-alarmed, urn: '*::job', reason: a trial, owner: me, expires: 2027-01-01 }]", "recovery.yaml")));

    private static TestGraph Graph(string region = "eu-west-1") => new TestGraph().Cluster()
        .Object(Deployment, "job", """ "spec": { "job": {} } """, labels: """{ "dr.drinfra.io/follows": "beacon" }""")
        .Add("aws:sns/topic:Topic", "people", """{ "name": "people" }""", region)
        .Add(
            "aws:sns/topicSubscription:TopicSubscription", "mail",
            $$"""{ "topic": "arn:aws:sns:{{region}}:123456789012:people", "protocol": "email", "endpoint": "a@example.com" }""", region)
        .Add(Alarm, "age", $$"""
            { "name": "age", "namespace": "DrInfra/Pipelines", "metricName": "SavepointAge", "dimensions": { "Workload": "orders", "Job": "job" },
              "statistic": "Maximum", "period": 60, "evaluationPeriods": 3, "threshold": 2100, "comparisonOperator": "GreaterThanThreshold",
              "treatMissingData": "breaching", "alarmActions": ["arn:aws:sns:{{region}}:123456789012:people"] }
            """, region);
}
