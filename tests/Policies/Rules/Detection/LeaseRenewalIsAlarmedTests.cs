using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Detection;
using DrInfra.Tests.Policies.Services;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class LeaseRenewalIsAlarmedTests
{
    private const string Alarm = "aws:cloudwatch/metricAlarm:MetricAlarm";

    private static readonly LeaseRenewalIsAlarmed Rule = new();

    [Fact]
    public void AlarmThatRingsWhenNobodyRenews_IsCompliant()
    {
        Assert.Empty(Graph().Violations(Rule));
        Assert.Empty(Graph().Unknown(Rule));
    }

    [Fact]
    public void StackWithoutAFollower_OwesNoAlarm() => Assert.Empty(ClusterGraph.Build().Violations(Rule));

    [Fact]
    public void DeploymentThatOnlyReadsTheLease_IsNoFollower() =>
        Assert.Empty(Graph().Without("renewals").With("follower", "spec/template/spec/containers/0/args/0", "watch").Violations(Rule));

    [Theory]
    [InlineData(null, null, "follower: no alarm of eu-central-1 counts the writes to leases")]
    [InlineData("metricQueries/1/metric/dimensions/TableName", "\"other\"", "follower: no alarm of eu-central-1 counts the writes to leases")]
    [InlineData("metricQueries/1/metric/metricName", "\"ConsumedReadCapacityUnits\"", "follower: no alarm of eu-central-1 counts the writes to leases")]
    [InlineData("metricQueries/1/metric/namespace", "\"AWS/DAX\"", "follower: no alarm of eu-central-1 counts the writes to leases")]
    [InlineData("comparisonOperator", "\"GreaterThanThreshold\"", "renewals: the alarm renewals does not ring below its threshold")]
    [InlineData("metricQueries/0/expression", "\"writes * 2\"", "renewals: the alarm renewals has no data when nobody writes")]
    [InlineData("treatMissingData", "\"notBreaching\"", "renewals: the alarm renewals does not treat missing data as breaching")]
    public void AlarmThatIsNotThereOrDoesNotRing_IsAViolation(string? path, string? value, string message)
    {
        var graph = path is null ? Graph().Without("renewals") : Graph().With("renewals", path, JsonNode.Parse(value!));

        Assert.StartsWith(message, Assert.Single(graph.Violations(Rule)), StringComparison.Ordinal);
    }

    [Fact]
    public void AlarmOfTheOtherRegion_TellsNothingHere() => Assert.Single(Graph(ClusterGraph.Primary).Violations(Rule));

    [Theory]
    [InlineData("follower", "spec/template/spec/containers/0/env/0/value", "follower: spec.template.spec.containers[0].env[0].value")]
    [InlineData("renewals", "metricQueries/1/metric/dimensions", "follower: spec.template.spec.containers[0].env[0].value")]
    public void WhatOnlyTheDeploymentTells_IsUnknown(string name, string path, string message)
    {
        var graph = Graph().With(name, path, "?");

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal(message, Assert.Single(graph.Unknown(Rule)));
    }

    private static TestGraph Graph(string region = ClusterGraph.Standby) => ClusterGraph.Build()
        .InCluster(ClusterGraph.Deployment, "follower", """
            { "metadata": { "name": "follower", "namespace": "dr-system" }, "spec": { "replicas": 2, "template": { "spec": {
              "containers": [{ "name": "follower", "args": ["follow"], "env": [{ "name": "LEASE_TABLE", "value": "leases" }] }] } } } }
            """)
        .Add(Alarm, "renewals", """
            { "name": "renewals", "comparisonOperator": "LessThanThreshold", "threshold": 3, "evaluationPeriods": 3, "treatMissingData": "breaching",
              "metricQueries": [{ "id": "renewals", "expression": "FILL(writes, 0)", "returnData": true },
                { "id": "writes", "metric": { "namespace": "AWS/DynamoDB", "metricName": "ConsumedWriteCapacityUnits",
                  "dimensions": { "TableName": "leases" }, "period": 60, "stat": "Sum" } }] }
            """, region);
}
