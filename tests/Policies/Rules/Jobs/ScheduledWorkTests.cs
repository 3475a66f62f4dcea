using DrInfra.Policies.Rules.Jobs;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

/// <summary>What schedules, rules and triggers of two Regions start besides state machines: whose start is double work, and where only code can tell.</summary>
[Trait("Practice", "F1")]
public class ScheduledWorkTests
{
    private const string Schedule = "aws:scheduler/schedule:Schedule";
    private const string EventRule = "aws:cloudwatch/eventRule:EventRule";
    private const string EventTarget = "aws:cloudwatch/eventTarget:EventTarget";
    private const string Trigger = "aws:glue/trigger:Trigger";

    private static readonly ScheduledJobRunsInOneRegion Rule = new();

    [Theory]
    [InlineData("arn:aws:scheduler:::aws-sdk:glue:startJobRun", """{ "JobName": "rollup" }""", "Glue job rollup")]
    [InlineData("arn:aws:scheduler:::aws-sdk:glue:startWorkflowRun", """{ "Name": "rollup" }""", "Glue workflow rollup")]
    [InlineData("arn:aws:scheduler:::aws-sdk:emrserverless:startJobRun", """{ "Name": "rollup" }""", "job of EMR Serverless rollup")]
    [InlineData("arn:aws:scheduler:::aws-sdk:emrcontainers:startJobRun", """{ "Name": "rollup" }""", "job of EMR on EKS rollup")]
    [InlineData("arn:aws:scheduler:::aws-sdk:emr:addJobFlowSteps", "{}", "steps of an EMR cluster")]
    public void EngineThatBothStart_IsAViolation(string target, string input, string what) => Assert.Equal(
        [$"hourly-east: it starts the job while its twin does so too: its {what} begins without asking for a lease"],
        Scheduled(_ => target, input).Violations(Rule));

    [Theory]
    [InlineData("arn:aws:lambda:REGION:123456789012:function:rollup")]
    [InlineData("arn:aws:ecs:REGION:123456789012:cluster/jobs")]
    [InlineData("arn:aws:batch:REGION:123456789012:job-queue/jobs")]
    [InlineData("arn:aws:scheduler:::aws-sdk:batch:submitJob")]
    [InlineData("arn:aws:scheduler:::aws-sdk:ecs:runTask")]
    [InlineData("arn:aws:scheduler:::aws-sdk:sqs:sendMessage")]
    public void CodeThatBothStart_IsUnknown(string target)
    {
        var graph = Scheduled(region => string.Join(region, target.Split("REGION")), "{}");

        Assert.Empty(graph.Violations(Rule));
        Assert.Single(graph.Unknown(Rule));
    }

    [Fact]
    public void StateMachineByTheApi_IsReadAsOneByItsArn() => Assert.Equal(
        ["hourly-east: it starts the job while its twin does so too: Work begins without asking for a lease"],
        Scheduled(_ => "arn:aws:scheduler:::aws-sdk:sfn:startExecution", """{ "StateMachineArn": "rollup" }""")
            .Add("aws:sfn/stateMachine:StateMachine", "rollup", """
                { "name": "rollup", "definition": "{ \"StartAt\": \"Work\", \"States\": { \"Work\": { \"Type\": \"Map\", \"End\": true } } }" }
                """).Violations(Rule));

    // A rule of EventBridge has its targets beside it.
    [Theory]
    [InlineData("""{ "arn": "arn:aws:glue:REGION:123456789012:workflow/rollup" }""", 1, 0)]
    [InlineData("""{ "arn": "arn:aws:batch:REGION:123456789012:job-queue/q", "batchTarget": { "jobDefinition": "d", "jobName": "rollup" } }""", 0, 1)]
    [InlineData("""{ "arn": "arn:aws:ecs:REGION:123456789012:cluster/c", "ecsTarget": { "taskDefinitionArn": "rollup" } }""", 0, 1)]
    [InlineData("""{ "arn": "arn:aws:lambda:REGION:123456789012:function:rollup" }""", 0, 1)]
    public void TargetsOfRules_AreFollowed(string target, int violations, int unknown)
    {
        var graph = Results();
        foreach (var (name, region) in new[] { ("east", "eu-west-1"), ("west", "eu-central-1") })
        {
            graph.Add(EventRule, $"rule-{name}", """{ "name": "hourly", "scheduleExpression": "rate(1 hour)", "tags": { "dr:workload": "orders" } }""", region)
                .Add(EventTarget, $"target-{name}", $$"""{ "rule": "hourly", {{string.Join(region, target[1..].Split("REGION"))}}""", region);
        }

        Assert.Equal((violations, unknown), (graph.Violations(Rule).Length, graph.Unknown(Rule).Length));
    }

    [Fact]
    public void TriggersOfGlueThatBothRun_AreAViolation() => Assert.Equal(
        ["trigger-east: it starts the job while its twin does so too: its Glue job rollup begins without asking for a lease"], Triggers().Violations(Rule));

    [Theory]
    [InlineData("enabled", false, "trigger-west: it is off, and nothing switches it on once eu-west-1 is lost")]
    public void TriggerThatIsOff_IsAViolation(string property, bool value, string message) =>
        Assert.Equal([message], Triggers().With("trigger-west", property, value).Violations(Rule));

    [Fact]
    public void TriggerThatMayBeStarted_IsUnknown()
    {
        var graph = Triggers().With("trigger-west", "enabled", false).Add("aws:iam/rolePolicy:RolePolicy", "switch", """
            { "role": "r", "policy": { "Statement": [{ "Effect": "Allow", "Action": "glue:StartTrigger", "Resource": "*" }] } }
            """);

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal(["trigger-west: enabled"], graph.Unknown(Rule));
    }

    [Fact]
    public void TriggersOfCrawlers_AreNoWork() => Assert.Empty(
        Triggers().With("trigger-east", "actions/0", Crawler).With("trigger-west", "actions/0", Crawler.DeepClone()).Violations(Rule));

    [Fact]
    public void TriggersOnEvents_AreNoSchedules() => Assert.Empty(
        Triggers().With("trigger-east", "schedule", null).With("trigger-west", "schedule", null).Violations(Rule));

    private static System.Text.Json.Nodes.JsonNode Crawler => System.Text.Json.Nodes.JsonNode.Parse("""{ "crawlerName": "c" }""")!;

    private static TestGraph Triggers()
    {
        var graph = Results();
        foreach (var (name, region) in new[] { ("east", "eu-west-1"), ("west", "eu-central-1") })
        {
            graph.Add("aws:glue/job:Job", $"job-{name}", """{ "name": "rollup", "tags": { "dr:workload": "orders" } }""", region)
                .Add(Trigger, $"trigger-{name}", """
                    { "name": "hourly", "type": "SCHEDULED", "schedule": "cron(0 * * * ? *)", "actions": [{ "jobName": "rollup" }],
                      "tags": { "dr:workload": "orders" } }
                    """, region);
        }

        return graph;
    }

    private static TestGraph Scheduled(Func<string, string> target, string input)
    {
        var graph = Results();
        foreach (var (name, region) in new[] { ("east", "eu-west-1"), ("west", "eu-central-1") })
        {
            graph.Add(Schedule, $"hourly-{name}", $$"""
                { "name": "hourly", "scheduleExpression": "rate(1 hour)", "tags": { "dr:workload": "orders" },
                  "target": { "arn": "{{target(region)}}", "input": {{System.Text.Json.JsonSerializer.Serialize(input)}} } }
                """, region);
        }

        return graph;
    }

    // A table of the workload is in both Regions: there the results of both runs meet.
    private static TestGraph Results() => new TestGraph().Manifests().Add("aws:dynamodb/table:Table", "out", """
        { "name": "out", "replicas": [{ "regionName": "eu-central-1" }], "tags": { "dr:workload": "orders" } }
        """);
}
