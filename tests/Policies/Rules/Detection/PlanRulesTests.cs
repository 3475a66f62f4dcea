using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Detection;

namespace DrInfra.Tests.Policies.Rules.Detection;

public class PlanRulesTests
{
    private const string Approve =
        """
        { "name": "ask", "executionBlockType": "ManualApproval",
          "executionApprovalConfigs": [{ "approvalRole": "arn:aws:iam::123456789012:role/plan", "timeoutMinutes": 15 }] }
        """;

    public static TheoryData<Rule> Rules =>
    [
        new PlanSpansTwoRegions(), new PlanActivatesBothRegions(), new PlanStepsAreComplete(), new PlanMovesTrafficLast(), new PlanPromotesItsDatabases(),
        new PlanFunctionsRunInTheActivatedRegion(), new PlanRoutesItsRecords(), new PlanApprovalCanBeGiven(), new PlanRunsPlansThatExist(),
        new PlanAlarmsExist(),
        new PlanWatchesHealthInBothRegions(), new PlanTriggersSurvive(), new AutomaticFailoverNotifies(), new PlanRoleIsThere(), new PlanReportSurvives(),
        new GlobalDatabaseHasAPlan(), new PairHasAParentPlan(), new LambdaCanRun(), new LambdaResourcesExist(), new LambdaEnvironmentNamesItsTargets(),
    ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void SoundPlan_IsCompliant(Rule rule)
    {
        Assert.Empty(PlanGraph.Build().Violations(rule, null, DetectionGraph.OtherHalf));
        Assert.Empty(PlanGraph.Build().Unknown(rule, null, DetectionGraph.OtherHalf));
    }

    [Theory]
    [InlineData("""{ "regions": ["eu-west-1", "eu-west-1"] }""", "its Regions are eu-west-1, eu-west-1, two different Regions needed")]
    [InlineData("""{ "primaryRegion": "us-east-1" }""", "its primary Region is us-east-1, its Regions are eu-west-1, eu-central-1")]
    [InlineData("""{ "recoveryApproach": "passive" }""", "the approach is passive, activePassive or activeActive needed")]
    [InlineData("""{ "recoveryTimeObjectiveMinutes": 0 }""", "its recovery time objective is 0 minutes, at least 1 needed")]
    public void PlanOverOneRegion_IsAViolation(string change, string message) => Violates(new PlanSpansTwoRegions(), change, message);

    [Theory]
    [InlineData("""{ "workflows": [] }""", "no workflow activates eu-west-1")]
    [InlineData(
        """{ "workflows": [{ "workflowTargetAction": "activate", "workflowTargetRegion": "eu-central-1", "steps": [{ "name": "x" }] }] }""",
        "no workflow activates eu-west-1")]
    [InlineData("""{ "workflows": [{ "workflowTargetAction": "activate", "steps": [] }] }""", "the workflow has no steps")]
    public void PlanForOneDirection_IsAViolation(string change, string message) => Violates(new PlanActivatesBothRegions(), change, message);

    [Theory]
    [InlineData("""{ "name": "x", "executionBlockType": "AuroraGlobalDatabase" }""", "the step x (AuroraGlobalDatabase) has no globalAuroraConfigs")]
    [InlineData(
        """{ "name": "x", "executionBlockType": "ManualApproval", "executionApprovalConfigs": [{ "timeoutMinutes": 0 }] }""",
        "the timeout of the step x is 0 minutes, at least 1 needed")]
    [InlineData(
        """{ "name": "x", "executionBlockType": "Wait", "executionApprovalConfigs": [{ "timeoutMinutes": 1 }] }""",
        "the step x is of type Wait, but has executionApprovalConfigs")]
    [InlineData("""{ "name": "x", "executionBlockType": "Parallel", "parallelConfigs": [{ "steps": [] }] }""", "the step x has nothing to run")]
    public void IncompleteStep_IsAViolation(string step, string message) => Violates(new PlanStepsAreComplete(), PlanGraph.Steps(step), message);

    private const string Admits =
        """{ "Statement": [{ "Effect": "Allow", "Principal": { "AWS": "arn:aws:iam::123456789012:root" }, "Action": "sts:AssumeRole" }] }""";

    [Theory]
    [InlineData("arn:aws:arc-region-switch::123456789012:plan/plan:*", Admits, 0, 0)]
    [InlineData("arn:aws:arc-region-switch::123456789012:plan/other:*", Admits, 1, 0)]
    [InlineData(
        "*", """{ "Statement": [{ "Effect": "Allow", "Principal": { "Service": "lambda.amazonaws.com" }, "Action": "sts:AssumeRole" }] }""", 1, 0)]
    [InlineData("?", Admits, 0, 1)]
    public void PlanThatNobodyMayStart_IsAViolation(string plans, string trust, int violations, int unknown)
    {
        var policy = plans == "?" ? "\"?\""
            : $$"""{ "Statement": [{ "Effect": "Allow", "Action": "arc-region-switch:StartPlanExecution", "Resource": "{{plans}}" }] }""";
        var graph = PlanGraph.Build()
            .Add(
                DetectionGraph.Role, "people", $$"""{ "name": "people", "assumeRolePolicy": {{trust}} }""",
                outputs: """{ "arn": "arn:aws:iam::123456789012:role/people" }""")
            .Add("aws:iam/rolePolicy:RolePolicy", "start", $$"""{ "role": "people", "policy": {{policy}} }""");

        Assert.Equal(
            Enumerable.Repeat("plan: no declared role lets people start it", violations),
            graph.Violations(new PlanCanBeStartedByPeople(), null, DetectionGraph.OtherHalf));
        Assert.Equal(Enumerable.Repeat("plan: name", unknown), graph.Unknown(new PlanCanBeStartedByPeople(), null, DetectionGraph.OtherHalf));
    }

    [Fact]
    public void PlanWithoutARoleForPeople_IsUnknown_InOneStackOfAPair()
    {
        Assert.Equal(["plan: name"], PlanGraph.Build().Unknown(new PlanCanBeStartedByPeople()));
        Assert.Empty(PlanGraph.Build().Violations(new PlanCanBeStartedByPeople()));
    }

    [Fact]
    public void TrafficBeforeTheDatabase_IsAViolation() => Violates(
        new PlanMovesTrafficLast(), PlanGraph.Steps($"{PlanGraph.Route()}, {PlanGraph.Promote()}"), "the step move moves traffic before promote is done");

    [Theory]
    [InlineData("""{ "globalClusterIdentifier": "gone" }""", "the global database gone is in none of the stacks")]
    [InlineData("""{ "databaseClusterArns": ["arn:aws:rds:eu-west-1:123456789012:cluster:west"] }""", "the step names no cluster in eu-central-1")]
    [InlineData("""{ "behavior": "switchoverOnly" }""", "the step's behavior is switchoverOnly, failover needed in a plan with triggers")]
    [InlineData("""{ "ungracefuls": null }""", "ungraceful is nothing, failover needed")]
    public void StepThatPromotesNothing_IsAViolation(string change, string message) =>
        Violates(new PlanPromotesItsDatabases(), PlanGraph.Steps(PlanGraph.Promote(change)), message);

    [Theory]
    [InlineData("""{ "regionToRun": "deactivatingRegion" }""", "regionToRun is deactivatingRegion, activatingRegion needed")]
    [InlineData("""{ "lambdas": [{ "arn": "arn:aws:lambda:eu-west-1:123456789012:function:raise-eu-west-1" }] }""", "the step has no function in eu-central-1")]
    [InlineData("""{ "timeoutMinutes": 4, "retryIntervalMinutes": 1 }""", "the function's timeout is 300 seconds, but the step times out after 4 minutes")]
    [InlineData("""{ "retryIntervalMinutes": 0 }""", "retryIntervalMinutes is 0, more than 0 and within the timeout of 15 needed")]
    public void FunctionThatDoesNotRun_IsAViolation(string change, string message) =>
        Violates(new PlanFunctionsRunInTheActivatedRegion(), PlanGraph.Steps(PlanGraph.Raise(change)), message);

    [Theory]
    [InlineData("""{ "recordName": "other.example.com" }""", "there is no record other.example.com in the zone Z1")]
    [InlineData("""{ "recordSets": [{ "recordSetIdentifier": "primary", "region": "eu-west-1" }] }""", "the step has no record set for eu-central-1")]
    [InlineData(
        """{ "recordSets": [{ "recordSetIdentifier": "primary", "region": "eu-west-1" }, { "recordSetIdentifier": "third", "region": "eu-central-1" }] }""",
        "no record has the identifier third")]
    [InlineData(
        """{ "recordSets": [{ "recordSetIdentifier": "primary", "region": "eu-central-1" }, { "recordSetIdentifier": "secondary", "region": "eu-west-1" }] }""",
        "the record primary leads to eu-west-1, but the step uses it for eu-central-1")]
    public void StepThatRoutesNothing_IsAViolation(string change, string message) =>
        Violates(new PlanRoutesItsRecords(), PlanGraph.Steps(PlanGraph.Route(change)), message);

    [Fact]
    public void RecordsOfAPlanWithoutRoutingStep_AreViolations() => Assert.Equal(
        2, PlanGraph.Build(PlanGraph.Steps(PlanGraph.Promote())).Violations(new PlanRoutesItsRecords()).Length);

    [Fact]
    public void ApprovalInAPlanThatStartsByItself_IsAViolation() =>
        Violates(new PlanApprovalCanBeGiven(), PlanGraph.Steps(Approve), "the plan has triggers, but the step ask waits for an approval");

    [Fact]
    public void ApprovalByAPersonWhoStartsThePlan_IsCompliant() => Assert.Empty(
        PlanGraph.Build(DetectionGraph.With(PlanGraph.Steps(Approve), """{ "triggers": [] }""")).Violations(new PlanApprovalCanBeGiven()));

    [Fact]
    public void PlanThatIsNotThere_IsAViolation() => Violates(
        new PlanRunsPlansThatExist(),
        PlanGraph.Steps(
            """
            { "name": "x", "executionBlockType": "ARCRegionSwitchPlan",
              "regionSwitchPlanConfigs": [{ "arn": "arn:aws:arc-region-switch::123456789012:plan/gone:1" }] }
            """),
        "the plan arn:aws:arc-region-switch::123456789012:plan/gone:1 is in none of the stacks");

    [Fact]
    public void TwoPlansWithoutAParent_AreAViolation() => Assert.Single(
        PlanGraph.Build().Add(DetectionGraph.Plan, "second", """{ "name": "second" }""").Violations(new PairHasAParentPlan()));

    [Theory]
    [InlineData(
        "trigger", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:gone",
        "the alarm arn:aws:cloudwatch:eu-west-1:123456789012:alarm:gone is in none of the stacks")]
    [InlineData("health", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:lost-eu-west-1", "the alarm's type is health, applicationHealth or trigger needed")]
    [InlineData("trigger", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:lost-eu-west-1", "no trigger uses the alarm extra")]
    public void AssociatedAlarm_ExistsAndIsUsed(string type, string arn, string message) => Violates(
        new PlanAlarmsExist(), $$"""{ "associatedAlarms": [{ "mapBlockKey": "extra", "alarmType": "{{type}}", "resourceIdentifier": "{{arn}}" }] }""", message);

    [Fact]
    public void HealthAlarmOfOneRegion_IsAViolation() => Violates(
        new PlanWatchesHealthInBothRegions(),
        """
        { "associatedAlarms": [{ "mapBlockKey": "h", "alarmType": "applicationHealth",
              "resourceIdentifier": "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:lost-eu-west-1" }] }
        """,
        "no health alarm in eu-central-1 is associated with it");

    [Theory]
    [InlineData("""{ "action": "deactivate" }""", "the trigger's action is deactivate, activate needed")]
    [InlineData("""{ "minDelayMinutesBetweenExecutions": 9 }""", "minDelayMinutesBetweenExecutions is 9, 10 to 480 needed")]
    [InlineData("""{ "minDelayMinutesBetweenExecutions": 481 }""", "minDelayMinutesBetweenExecutions is 481, 10 to 480 needed")]
    [InlineData("""{ "conditions": [] }""", "the trigger has no condition")]
    [InlineData("""{ "conditions": [{ "associatedAlarmName": "lost-eu-central-1", "condition": "green" }] }""", "the trigger's condition is green, red needed")]
    [InlineData("""{ "conditions": [{ "associatedAlarmName": "gone", "condition": "red" }] }""", "the plan has no alarm gone")]
    [InlineData(
        """{ "conditions": [{ "associatedAlarmName": "lost-eu-west-1", "condition": "red" }] }""",
        "the alarm lost-eu-west-1 is in eu-west-1, which is lost when eu-central-1 must be activated")]
    [InlineData("""{ "targetRegion": "eu-west-1" }""", "no trigger activates eu-central-1")]
    public void TriggerThatDoesNotSurvive_IsAViolation(string change, string message) => Assert.Contains(
        $"plan: {message}", PlanGraph.Build(PlanGraph.Triggers(change)).Violations(new PlanTriggersSurvive(), null, DetectionGraph.OtherHalf));

    [Theory]
    [InlineData("10", 0)]
    [InlineData("480", 0)]
    public void PauseAtTheBounds_IsCompliant(string minutes, int violations) => Assert.Equal(
        violations,
        PlanGraph.Build(PlanGraph.Triggers($$"""{ "minDelayMinutesBetweenExecutions": {{minutes}} }""")).Violations(new PlanTriggersSurvive()).Length);

    [Fact]
    public void TriggerThatTellsNobody_IsAViolation() => Assert.Equal(
        2, PlanGraph.Build(alarm: """{ "alarmActions": [] }""").Violations(new AutomaticFailoverNotifies()).Length);

    [Fact]
    public void RoleThatIsNotThere_IsAViolation() => Violates(
        new PlanRoleIsThere(), """{ "executionRole": "arn:aws:iam::123456789012:role/gone" }""",
        "the role arn:aws:iam::123456789012:role/gone is in none of the stacks");

    [Theory]
    [InlineData("""{ "reportConfigurations": null }""", "it has no report configuration")]
    [InlineData(
        """{ "reportConfigurations": [{ "reportOutputs": [{ "s3Configurations": [{ "bucketOwner": "123456789012", "bucketPath": "reports-west/x" }] }] }] }""",
        "its reports are only in the primary Region eu-west-1")]
    [InlineData(
        """{ "reportConfigurations": [{ "reportOutputs": [{ "s3Configurations": [{ "bucketOwner": "1234", "bucketPath": "reports/x" }] }] }] }""",
        "the bucket's owner is 1234, an account's 12 digits needed")]
    public void ReportThatIsLost_IsAViolation(string change, string message) => Violates(new PlanReportSurvives(), change, message);

    [Fact]
    public void GlobalDatabaseThatNoPlanPromotes_IsAViolation() => Assert.Equal(
        ["global: it has members in several Regions, but no Region switch plan promotes it"],
        PlanGraph.Build(PlanGraph.Steps(PlanGraph.Route())).Violations(new GlobalDatabaseHasAPlan()));

    [Theory]
    [InlineData("""{ "timeout": 901 }""", "the timeout is 901 seconds, 1 to 900 allowed")]
    [InlineData("""{ "timeout": 0 }""", "the timeout is 0 seconds, 1 to 900 allowed")]
    [InlineData("""{ "memorySize": 64 }""", "the memory is 64 MB, 128 to 10240 allowed")]
    [InlineData("""{ "reservedConcurrentExecutions": 0 }""", "its reserved concurrency is 0, so it never runs")]
    [InlineData("""{ "architectures": ["arm"] }""", "Lambda has no architecture arm")]
    [InlineData("""{ "runtime": "python" }""", "Lambda has no runtime python")]
    [InlineData("""{ "handler": null }""", "it has no handler")]
    public void FunctionThatCannotRun_IsAViolation(string change, string message) =>
        Assert.Equal([$"raise-eu-west-1: {message}"], PlanGraph.Build(function: change).Violations(new LambdaCanRun()));

    [Theory]
    [InlineData("""{ "role": "arn:aws:iam::123456789012:role/gone" }""", "the role arn:aws:iam::123456789012:role/gone is in none of the stacks")]
    [InlineData("""{ "code": null }""", "it has no code")]
    [InlineData("""{ "code": null, "s3Bucket": "reports", "s3Key": "x" }""", "its code is in a bucket in eu-central-1, but it runs in eu-west-1")]
    public void FunctionWithoutItsParts_IsAViolation(string change, string message) => Assert.Equal(
        [$"raise-eu-west-1: {message}"], PlanGraph.Build(function: change).Violations(new LambdaResourcesExist(), null, DetectionGraph.OtherHalf));

    [Theory]
    [InlineData("servers-eu-central-1", "GROUP is servers-eu-central-1 in eu-central-1, the function is in eu-west-1")]
    [InlineData("gone", "GROUP is gone, which is in none of the stacks")]
    public void FunctionThatRaisesAnotherGroup_IsAViolation(string group, string message) => Assert.Equal(
        [$"raise-eu-west-1: {message}"],
        PlanGraph.Build(function: $$"""{ "environment": { "variables": { "GROUP": "{{group}}" } } }""")
            .Violations(new LambdaEnvironmentNamesItsTargets(), null, DetectionGraph.OtherHalf));

    private static void Violates(Rule rule, string change, string message) =>
        Assert.Contains($"plan: {message}", PlanGraph.Build(change).Violations(rule, null, DetectionGraph.OtherHalf));
}
