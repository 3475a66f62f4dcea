using DrInfra.Policies.Rules.Jobs;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Jobs;

[Trait("Practice", "F1")]
public class ScheduledJobRunsInOneRegionTests
{
    private const string Schedule = "aws:scheduler/schedule:Schedule";
    private const string Machine = "aws:sfn/stateMachine:StateMachine";

    private const string Lease = """
        { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "lease",
          "ConditionExpression": "attribute_not_exists(pk)" }, "Next": "Work" }
        """;

    private const string Starts = """{ "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "Next": "Work" }""";

    private static readonly ScheduledJobRunsInOneRegion Rule = new();

    [Fact]
    public void LeaseInAStronglyConsistentTable_IsCompliant_AndItsEndUnknown()
    {
        Assert.Empty(Twins(Lease).Violations(Rule));
        Assert.Empty(Twins(Lease).Unknown(Rule));
        Assert.True(Twins(Lease).Outcome(Disruption.Region).Rto.Figure.IsUnknown);
    }

    [Fact]
    public void BothStartAtOnce_IsAViolation()
    {
        Assert.Equal(
            ["hourly-east: it starts the job while its twin does so too: First begins without asking for a lease"], Twins(Starts).Violations(Rule));
        Assert.Equal(3600 + 60, Twins(Starts).Outcome(Disruption.Region).Rto.Figure.Worst);
    }

    [Theory]
    [InlineData("""{ "Type": "Wait", "Seconds": 1, "Next": "Ask" }""")]
    [InlineData("""{ "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "Ask" }], "Default": "Ask" }""")]
    public void StepsBeforeTheLease_DoNothing(string first) => Assert.Empty(Twins(first).Violations(Rule));

    [Fact]
    public void OneOfTwoWaysWithoutTheLease_IsAViolation() => Assert.Single(Twins(
        """{ "Type": "Choice", "Choices": [{ "Variable": "$.x", "IsPresent": true, "Next": "Ask" }], "Default": "Work" }""").Violations(Rule));

    [Fact]
    public void WriteWithoutACondition_IsAViolation() => Assert.Single(Twins(
        """{ "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "lease" }, "Next": "Work" }""").Violations(Rule));

    [Fact]
    public void LeaseInATableThatIsOnlyEventuallyConsistent_IsAViolation() => Assert.Contains(
        "both can get the lease", Assert.Single(Twins(Lease).With("lease", "replicas/0/consistencyMode", null).Violations(Rule)), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "Next": "Work" }""")]
    [InlineData("""{ "Type": "Task", "Resource": "arn:aws:lambda:eu-west-1:111122223333:function:ask", "Next": "Work" }""")]
    public void FirstStepIsAFunction_IsUnknown(string first)
    {
        Assert.Empty(Twins(first).Violations(Rule));
        Assert.Single(Twins(first).Unknown(Rule));
    }

    [Theory]
    [InlineData("rollup-east", "definition")]
    [InlineData("hourly-west", "state")]
    public void WhatDecidesIsNotKnown_IsUnknown(string name, string property)
    {
        Assert.Empty(Twins(Lease).With(name, property, "?").Violations(Rule));
        Assert.NotEmpty(Twins(Lease).With(name, property, "?").Unknown(Rule));
    }

    [Fact]
    public void TwinIsOff_IsAViolation_AndTheJobNeverStarts()
    {
        var graph = Twins(Starts).With("hourly-west", "state", "DISABLED");

        Assert.Equal(["hourly-west: it is off, and nothing switches it on once eu-west-1 is lost"], graph.Violations(Rule));
        Assert.Equal(double.PositiveInfinity, graph.Outcome(Disruption.Region).Rto.Figure.Worst);
    }

    [Fact]
    public void SomethingMaySwitchItOn_IsUnknown()
    {
        var graph = Twins(Starts).With("hourly-west", "state", "DISABLED").Add("aws:iam/rolePolicy:RolePolicy", "switch", """
            { "role": "r", "policy": { "Statement": [{ "Effect": "Allow", "Action": "scheduler:UpdateSchedule", "Resource": "*" }] } }
            """);

        Assert.Empty(graph.Violations(Rule));
        Assert.Equal(["hourly-west: state"], graph.Unknown(Rule));
        Assert.True(graph.Outcome(Disruption.Region).Rto.Figure.IsUnknown);
    }

    [Theory]
    [InlineData("""{ "Next": "End" }""", 0)]
    [InlineData("""{ "Next": "Work" }""", 1)]
    public void WhoeverDoesNotGetTheLease_MustNotWork(string caught, int violations) => Assert.Equal(violations, Twins($$"""
        { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "lease",
          "ConditionExpression": "attribute_not_exists(pk)" }, "Next": "Work",
          "Catch": [{ "ErrorEquals": ["DynamoDB.ConditionalCheckFailedException"], {{caught[1..^1]}} }] }
        """).Violations(Rule).Length);

    [Theory]
    [InlineData("attribute_exists(pk)", "x", "asks only whether the lease exists")]
    [InlineData("attribute_not_exists(pk) OR holder = :me", "rollup", "names the holder rollup, as its twin can")]
    [InlineData("attribute_not_exists(pk) OR holder = :me", "{% $states.context.Execution.Id %}", null)]
    [InlineData("attribute_not_exists(pk) OR holder = :me", "eu-west-1", null)]
    public void ConditionThatBothMeet_IsNoLease(string condition, string holder, string? why) => Assert.Equal(
        why is null ? [] : [$"hourly-east: it starts the job while its twin does so too: First {why}: both Regions get the lease"],
        Twins($$"""
            { "Type": "Task", "Resource": "arn:aws:states:::dynamodb:putItem", "Parameters": { "TableName": "lease",
              "ConditionExpression": "{{condition}}", "Item": { "holder": { "S": "{{holder}}" } },
              "ExpressionAttributeValues": { ":me": { "S": "{{holder}}" } } }, "Next": "Work" }
            """, west: Lease).Violations(Rule));

    [Fact]
    public void LeasesOfTwoTables_AreNotOne() => Assert.Equal(
        ["hourly-east: it starts the job while its twin does so too: its lease is in lease, and its twin's in other"],
        Twins(Lease, west: string.Join("\"other\"", Lease.Split("\"lease\"")))
            .Add("aws:dynamodb/table:Table", "other", """
                { "name": "other", "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }
                """).Violations(Rule));

    [Fact]
    public void BothAreOff_IsNotJudged() => Assert.Empty(
        Twins(Starts).With("hourly-west", "state", "DISABLED").With("hourly-east", "state", "DISABLED").Violations(Rule));

    [Fact]
    public void ResultsThatNeverMeet_AreNoDoubleWork() => Assert.Empty(Twins(Starts).Without("out").Violations(Rule));

    [Fact]
    public void OneScheduleAlone_IsNotJudged() => Assert.Empty(Twins(Starts).Without("hourly-west").Violations(Rule));

    [Fact]
    public void Waived_IsNotReported()
    {
        var settings = RecoverySettingsFile.Parse(
            "waivers: [{ rule: scheduled-job-runs-in-one-region, urn: '*::hourly-east', reason: idempotent, owner: me, expires: 2027-01-01 }]",
            "recovery.yaml");

        Assert.Empty(Twins(Starts).Violations(Rule, settings));
    }

    // A table of the workload is in both Regions: there the results of both runs meet.
    private static TestGraph Twins(string first, string? west = null)
    {
        static string Definition(string first) => $$"""
            { "StartAt": "First", "States": { "First": {{first}}, "Ask": {{Lease}}, "End": { "Type": "Succeed" },
              "Work": { "Type": "Task", "Resource": "arn:aws:states:::glue:startJobRun.sync", "End": true } } }
            """;
        return new TestGraph().Manifests()
            .Add("aws:dynamodb/table:Table", "out", """
                { "name": "out", "replicas": [{ "regionName": "eu-central-1" }], "tags": { "dr:workload": "orders" } }
                """)
            .Add("aws:dynamodb/table:Table", "lease", """
                { "name": "lease", "replicas": [{ "regionName": "eu-central-1", "consistencyMode": "STRONG" }] }
                """)
            .Add(Machine, "rollup-east", """{ "name": "rollup" }""").With("rollup-east", "definition", Definition(first))
            .Add(Machine, "rollup-west", """{ "name": "rollup" }""", "eu-central-1").With("rollup-west", "definition", Definition(west ?? first))
            .Add(Schedule, "hourly-east", Hourly("eu-west-1"))
            .Add(Schedule, "hourly-west", Hourly("eu-central-1"), "eu-central-1");
    }

    private static string Hourly(string region) => $$"""
        { "name": "hourly", "scheduleExpression": "cron(0 * * * ? *)", "state": "ENABLED", "tags": { "dr:workload": "orders" },
          "target": { "arn": "arn:aws:states:{{region}}:123456789012:stateMachine:rollup" } }
        """;
}
