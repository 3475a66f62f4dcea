using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Jobs;
using DrInfra.Recovery;
using DrInfra.Recovery.Protocol;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

/// <summary>Objects of Kubernetes that run by the clock, in clusters of two Regions, which no follower starts.</summary>
[Trait("Practice", "F1")]
public class ScheduledObjectsTests
{
    private const string CronJob = "kubernetes:batch/v1:CronJob";
    private const string Spark = "kubernetes:sparkoperator.k8s.io/v1beta2:ScheduledSparkApplication";

    private static readonly ScheduledJobRunsInOneRegion Rule = new();

    [Fact]
    public void PodsThatBothStart_AreUnknown()
    {
        Assert.Empty(Twins(CronJob).Violations(Rule));
        Assert.Equal(["job-east: spec.schedule"], Twins(CronJob).Unknown(Rule));
        Assert.Equal(3600 + 60, Twins(CronJob).Outcome(Disruption.Region).Rto.Figure.Worst);
    }

    [Fact]
    public void SparkThatBothStart_IsAViolation() => Assert.Equal(
        ["job-east: it starts the job while its twin does so too: its Spark application rollup begins without asking for a lease"],
        Twins(Spark).Violations(Rule));

    [Fact]
    public void SparkWithAContainerBeforeItsDriver_IsUnknown()
    {
        var graph = Twins(Spark);
        foreach (var name in new[] { "east", "west" })
        {
            graph.With($"job-{name}", "spec/template/driver", JsonNode.Parse("""{ "initContainers": [{ "name": "ask" }] }"""));
        }

        Assert.Empty(graph.Violations(Rule));
        Assert.Single(graph.Unknown(Rule));
    }

    [Theory]
    [InlineData(CronJob)]
    [InlineData(Spark)]
    public void SuspendedInTheOtherRegion_IsAViolation_AndNeverStarts(string type)
    {
        var graph = Twins(type).With("job-west", "spec/suspend", true);

        Assert.Equal(["job-west: it is off, and nothing switches it on once eu-west-1 is lost"], graph.Violations(Rule));
        Assert.Equal(double.PositiveInfinity, graph.Outcome(Disruption.Region).Rto.Figure.Worst);
    }

    [Theory]
    [InlineData("batch", "cronjobs", "patch", 0)]
    [InlineData("*", "*", "*", 0)]
    [InlineData("batch", "cronjobs", "get", 1)]
    [InlineData("batch", "jobs", "patch", 1)]
    [InlineData("apps", "cronjobs", "patch", 1)]
    public void RoleThatMaySwitchItOn_MakesItUnknown(string group, string resource, string verb, int violations) => Assert.Equal(
        violations,
        Twins(CronJob).With("job-west", "spec/suspend", true).Object("kubernetes:rbac.authorization.k8s.io/v1:ClusterRole", "switch", $$"""
            "rules": [{ "apiGroups": ["{{group}}"], "resources": ["{{resource}}"], "verbs": ["{{verb}}"] }]
            """, "west").Violations(Rule).Length);

    [Fact]
    public void WhatFollowersStart_IsJudgedElsewhere()
    {
        var graph = Twins(CronJob);
        foreach (var name in new[] { "east", "west" })
        {
            graph.With($"job-{name}", "metadata/labels", new JsonObject { [LeaseProtocol.FollowsLabel] = LeaseProtocol.Beacon });
        }

        Assert.Empty(graph.Unknown(Rule));
    }

    [Fact]
    public void SuspendNotKnown_IsUnknown() => Assert.NotEmpty(Twins(CronJob).With("job-west", "spec/suspend", "?").Unknown(Rule));

    [Fact]
    public void ObjectOfOneRegion_RunsNowhere() => Assert.Equal(
        ["job-east: no schedule of its name is in another Region: nothing starts its CronJob rollup once eu-west-1 is lost"],
        Twins(CronJob).Without("job-west").Violations(new JobIsInBothRegions()));

    private static TestGraph Twins(string type)
    {
        var graph = new TestGraph().Manifests().Cluster().Cluster("west", "eu-central-1").Add("aws:dynamodb/table:Table", "out", """
            { "name": "out", "replicas": [{ "regionName": "eu-central-1" }], "tags": { "dr:workload": "orders" } }
            """);
        foreach (var name in new[] { "east", "west" })
        {
            graph.Object(type, $"job-{name}", """ "spec": { "schedule": "0 * * * *", "suspend": false, "template": {} } """, name)
                .With($"job-{name}", "metadata/name", "rollup");
        }

        return graph;
    }
}
