using DrInfra.Policies.Rules.Jobs;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

[Trait("Practice", "F1")]
public class JobIsInBothRegionsTests
{
    private const string Schedule = "aws:scheduler/schedule:Schedule";

    private static readonly JobIsInBothRegions Rule = new();

    public static TheoryData<string, string> Engines => new()
    {
        { "aws:kinesisanalyticsv2/application:Application", "no application" },
        { "aws:emr/cluster:Cluster", "no EMR cluster" },
        { "aws:emrserverless/application:Application", "no EMR Serverless application" },
        { "aws:emrcontainers/virtualCluster:VirtualCluster", "no virtual cluster" },
        { "aws:glue/job:Job", "no Glue job" },
        { "aws:mwaa/environment:Environment", "no Airflow environment" },
        { "aws:batch/jobQueue:JobQueue", "no Batch job queue" },
    };

    [Theory]
    [MemberData(nameof(Engines))]
    public void EngineInBothRegions_IsCompliant(string type, string what)
    {
        Assert.NotEmpty(what);
        Assert.Empty(Graph(type).Add(type, "rollup-west", Named, "eu-central-1").Violations(Rule));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void EngineInOneRegion_IsAViolation_AndItsJobsRunNowhere(string type, string what)
    {
        Assert.Equal(
            [$"rollup-east: {what} of its name is in another Region: it runs nowhere once eu-west-1 is lost"], Graph(type).Violations(Rule));
        Assert.Equal(double.PositiveInfinity, Graph(type).Outcome(Disruption.Region).Rto.Figure.Worst);
    }

    [Fact]
    public void OtherNameInTheOtherRegion_IsUnknown()
    {
        var graph = Graph("aws:glue/job:Job").Add(
            "aws:glue/job:Job", "other", """{ "name": "other", "tags": { "dr:workload": "orders" } }""", "eu-central-1");

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal(["rollup-east: name"], graph.Unknown(Rule));
        Assert.True(graph.Outcome(Disruption.Region).Rto.Figure.IsUnknown);
    }

    [Fact]
    public void ClusterThatEndsAfterItsSteps_IsNoEngine() => Assert.Empty(
        Graph("aws:emr/cluster:Cluster").With("rollup-east", "keepJobFlowAliveWhenNoSteps", false).Violations(Rule));

    [Fact]
    public void ClusterOfWhichThatIsNotKnown_IsJudged() => Assert.Single(
        Graph("aws:emr/cluster:Cluster").With("rollup-east", "keepJobFlowAliveWhenNoSteps", "?").Violations(Rule));

    [Fact]
    public void EngineOfTheStandbyAlone_IsNotJudged() => Assert.Empty(
        new TestGraph().Manifests().Add("aws:glue/job:Job", "rollup-west", Named, "eu-central-1").Violations(Rule));

    [Fact]
    public void WorkloadOfAnotherName_IsNotJudged() => Assert.Empty(
        Graph("aws:glue/job:Job").With("rollup-east", "tags", null).Violations(Rule));

    [Fact]
    public void StackOfTheOtherRegionIsMissing_IsNotJudged() => Assert.Empty(
        new TestGraph().Manifest().Add("aws:glue/job:Job", "rollup-east", Named).Violations(Rule));

    [Theory]
    [InlineData("rollup-west", "eu-central-1", true)]
    [InlineData("rollup-east", "eu-west-1", false)]
    public void PipelineOfTheManifestThatNothingRunsInARegion_IsAViolation(string missing, string region, bool atTheLoss)
    {
        var graph = Pipeline().Without(missing);

        Assert.Equal(
            [$"manifest-primary: pipeline rollup runs in both Regions by the manifest, but nothing in {region} is called orders-rollup"],
            graph.Violations(Rule));
        Assert.Equal(atTheLoss, graph.Outcome(Disruption.Region).Rto.Leaves().Any(leaf =>
            leaf.Label == "pipeline rollup starts in another Region" && double.IsPositiveInfinity(leaf.Figure.Worst!.Value)));
    }

    [Fact]
    public void PipelineOfTheManifestInBothRegions_IsCompliant() => Assert.Empty(Pipeline().Violations(Rule));

    [Fact]
    public void PipelineThatAStateMachineRuns_IsCompliant() => Assert.Empty(Pipeline().Without("rollup-west")
        .Add("aws:sfn/stateMachine:StateMachine", "machine", """{ "name": "drinfra-main-orders-rollup-eu-central-1" }""", "eu-central-1").Violations(Rule));

    [Fact]
    public void NameOfWhatMayRunThePipelineNotKnown_IsUnknown()
    {
        var graph = Pipeline().With("rollup-west", "metadata/name", "?");

        Assert.Empty(graph.Violations(Rule));
        Assert.Contains("rollup-west: metadata.name", graph.Unknown(Rule));
    }

    // The schedule is on its own; what it starts may be there or not.
    [Theory]
    [InlineData("arn:aws:lambda:eu-west-1:123456789012:function:clean", null, "function clean")]
    [InlineData("arn:aws:states:eu-west-1:123456789012:stateMachine:rollup", null, "state machine rollup")]
    [InlineData("arn:aws:ecs:eu-west-1:123456789012:cluster/jobs", null, "ECS task jobs")]
    [InlineData("arn:aws:batch:eu-west-1:123456789012:job-queue/jobs", null, "Batch job jobs")]
    [InlineData("arn:aws:scheduler:::aws-sdk:glue:startJobRun", """{ "JobName": "rollup" }""", "Glue job rollup")]
    [InlineData("arn:aws:scheduler:::aws-sdk:batch:submitJob", """{ "JobName": "rollup", "JobQueue": "q" }""", "Batch job rollup")]
    [InlineData("arn:aws:scheduler:::aws-sdk:emrserverless:startJobRun", """{ "ApplicationId": "a" }""", "job of EMR Serverless")]
    [InlineData("arn:aws:scheduler:::aws-sdk:emr:runJobFlow", """{ "Name": "rollup" }""", "EMR cluster rollup")]
    public void ScheduleAlone_IsAViolation_AndWhetherItIsMissedUnknown(string target, string? input, string what)
    {
        var graph = Scheduled(target, input);

        Assert.Equal(
            [$"hourly: no schedule of its name is in another Region: nothing starts its {what} once eu-west-1 is lost"], graph.Violations(Rule));
        Assert.True(graph.Outcome(Disruption.Region).Rto.Figure.IsUnknown);
    }

    [Theory]
    [InlineData("state", "DISABLED")]
    [InlineData("scheduleExpression", "at(2026-12-24T12:00:00)")]
    [InlineData("target/arn", "arn:aws:sqs:eu-west-1:123456789012:work")]
    public void ScheduleThatStartsNothingThatIsSeen_IsNotJudged(string property, string value) => Assert.Empty(
        Scheduled("arn:aws:lambda:eu-west-1:123456789012:function:clean", null).With("hourly", property, value).Violations(Rule));

    [Fact]
    public void ScheduleOfAnotherNameInTheOtherRegion_IsUnknown()
    {
        var graph = Scheduled("arn:aws:lambda:eu-west-1:123456789012:function:clean", null).Add(
            Schedule, "nightly", ScheduleOf("arn:aws:lambda:eu-central-1:123456789012:function:sweep", null, "nightly"), "eu-central-1");

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal(["hourly: scheduleExpression"], graph.Unknown(Rule));
    }

    // Other names, but one job: they are twins.
    [Fact]
    public void ScheduleThatStartsTheSameInTheOtherRegion_IsItsTwin() => Assert.Empty(
        Scheduled("arn:aws:lambda:eu-west-1:123456789012:function:clean", null).Add(
            Schedule, "nightly", ScheduleOf("arn:aws:lambda:eu-central-1:123456789012:function:clean", null, "nightly"), "eu-central-1").Violations(Rule));

    [Fact]
    public void Waived_IsNotReported() => Assert.Empty(Graph("aws:glue/job:Job").Violations(Rule, RecoverySettingsFile.Parse(
        "waivers: [{ rule: job-is-in-both-regions, urn: '*::rollup-east', reason: not needed, owner: me, expires: 2027-01-01 }]", "recovery.yaml")));

    private const string Named = """{ "name": "rollup", "tags": { "dr:workload": "orders" } }""";

    private static TestGraph Pipeline()
    {
        const string Job = "kubernetes:sparkoperator.k8s.io/v1beta2:SparkApplication";
        return new TestGraph().Manifests(extra: """ "pipelines": [{ "name": "rollup", "engine": "spark", "every": "15 * * * *" }], """)
            .Add("aws:sns/topic:Topic", "alerts", """{ "tags": { "dr:workload": "orders" } }""").Cluster().Cluster("west", "eu-central-1")
            .Object(Job, "rollup-east", """ "spec": {} """)
            .Object(Job, "rollup-west", """ "spec": {} """, "west")
            .With("rollup-east", "metadata/name", "orders-rollup").With("rollup-west", "metadata/name", "orders-rollup");
    }

    private static TestGraph Graph(string type) => new TestGraph().Manifests().Add(type, "rollup-east", Named);

    private static TestGraph Scheduled(string target, string? input) => new TestGraph().Manifests().Add(Schedule, "hourly", ScheduleOf(target, input, "hourly"))
        .Add("aws:sfn/stateMachine:StateMachine", "machine", """{ "name": "rollup" }""");

    private static string ScheduleOf(string target, string? input, string name) => $$"""
        { "name": "{{name}}", "scheduleExpression": "rate(1 hour)", "tags": { "dr:workload": "orders" },
          "target": { "arn": "{{target}}", "input": {{System.Text.Json.JsonSerializer.Serialize(input)}} } }
        """;
}
