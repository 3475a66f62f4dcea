using System.Collections.Immutable;
using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Recovery;

public class RegionSwitchTests
{
    private const string Plan = "aws:arcregionswitch/plan:Plan";

    [Fact]
    public async Task Plans_AreOnePerWorkloadWithAStandbyAndTheirParent()
    {
        var declared = await DeclareAsync();

        Assert.Equal(new Dictionary<string, int> { ["Plan"] = 3, ["Role"] = 4, ["RolePolicy"] = 4 }, declared.Counts);
        Assert.Equal(
            ["drinfra-main-lake", "drinfra-main-ledger", "drinfra-main-shared"], declared.Of(Plan).Select(plan => plan["name"]));
        Assert.All(declared.Of(Plan), plan => Assert.Equal("global", plan["tags.dr:region"]));
    }

    // Gotchas 61 and 62: one workflow for both directions, nothing that rebuilds a replica behind the program's back, and both modes.
    [Fact]
    public async Task Gotchas61And62_OneWorkflowServesBothDirectionsAndModes()
    {
        var declared = await DeclareAsync();

        Assert.All(declared.Of(Plan), plan =>
        {
            Assert.Equal("activePassive", plan["recoveryApproach"]);
            Assert.Equal(["eu-west-1", "eu-central-1"], ((ImmutableArray<object>)plan["regions"]!).Cast<string>());
            Assert.Equal("eu-west-1", plan["primaryRegion"]);
            Assert.Single((ImmutableArray<object>)plan["workflows"]!);
            Assert.Equal("activate", plan["workflows[0].workflowTargetAction"]);
            Assert.Null(plan["workflows[0].workflowTargetRegion"]);
            Assert.DoesNotContain(Steps(plan), step => ((string)step["executionBlockType"]).StartsWith("Rds", StringComparison.Ordinal));
        });
        var lake = declared.Named("lake-region-switch-plan");
        Assert.Equal("switchoverOnly", lake["workflows[0].steps[1].globalAuroraConfigs[0].behavior"]);
        Assert.Equal("failover", lake["workflows[0].steps[1].globalAuroraConfigs[0].ungracefuls[0].ungraceful"]);
    }

    // Gotcha 71: promotion first, traffic last. The texts are those of the API.
    [Fact]
    public async Task Gotcha71_StepsOfASingleWriterEndWithTheTraffic()
    {
        var plan = (await DeclareAsync()).Named("ledger-region-switch-plan");

        Assert.Equal(2, ((ImmutableArray<object>)plan["workflows[0].steps"]!).Length);
        Assert.Equal("Parallel", plan["workflows[0].steps[0].executionBlockType"]);
        const string Database = "workflows[0].steps[0].parallelConfigs[0].steps[0]";
        Assert.Equal("AuroraGlobalDatabase", plan[$"{Database}.executionBlockType"]);
        Assert.Equal("failover", plan[$"{Database}.globalAuroraConfigs[0].behavior"]);
        Assert.Equal("drinfra-main-ledger-journal", plan[$"{Database}.globalAuroraConfigs[0].globalClusterIdentifier"]);
        Assert.Equal(16.0, plan[$"{Database}.globalAuroraConfigs[0].timeoutMinutes"]);
        const string Capacity = "workflows[0].steps[0].parallelConfigs[0].steps[1]";
        Assert.Equal("CustomActionLambda", plan[$"{Capacity}.executionBlockType"]);
        Assert.Equal("activatingRegion", plan[$"{Capacity}.customActionLambdaConfigs[0].regionToRun"]);
        Assert.Equal(5.0, plan[$"{Capacity}.customActionLambdaConfigs[0].retryIntervalMinutes"]);
        Assert.Equal(16.0, plan[$"{Capacity}.customActionLambdaConfigs[0].timeoutMinutes"]);
        Assert.Equal(2, ((ImmutableArray<object>)plan[$"{Capacity}.customActionLambdaConfigs[0].lambdas"]!).Length);
        const string Routing = "workflows[0].steps[1]";
        Assert.Equal("Route53HealthCheck", plan[$"{Routing}.executionBlockType"]);
        Assert.Equal("ledger.data.example.com", plan[$"{Routing}.route53HealthCheckConfigs[0].recordName"]);
        Assert.Equal("Z0123456789EXAMPLE", plan[$"{Routing}.route53HealthCheckConfigs[0].hostedZoneId"]);
        Assert.Equal("standby-eu-central-1", plan[$"{Routing}.route53HealthCheckConfigs[0].recordSets[1].recordSetIdentifier"]);
        Assert.Equal("eu-central-1", plan[$"{Routing}.route53HealthCheckConfigs[0].recordSets[1].region"]);
        Assert.Equal(5.0, plan[$"{Routing}.route53HealthCheckConfigs[0].timeoutMinutes"]);
        Assert.Equal(30.0, plan["recoveryTimeObjectiveMinutes"]);
    }

    // Gotcha 82: the provider reads the first page of a plan's checks only.
    [Fact]
    public async Task Gotcha82_APlanHasOneRecordAtMost() => Assert.All(
        (await DeclareAsync()).Of(Plan),
        plan => Assert.InRange(Steps(plan).Count(step => step.ContainsKey("route53HealthCheckConfigs")), 0, 1));

    [Fact]
    public async Task EveryStep_HasATimeout() => Assert.All((await DeclareAsync()).Of(Plan), plan => Assert.All(Steps(plan), step =>
    {
        var configuration = step.Single(pair => pair.Key.EndsWith("Configs", StringComparison.Ordinal));
        if (configuration.Key != "regionSwitchPlanConfigs")
        {
            Assert.All(
                (ImmutableArray<object>)configuration.Value, one => Assert.True((double)((ImmutableDictionary<string, object>)one)["timeoutMinutes"] >= 1));
        }
    }));

    // Gotcha 78: in both directions, on the detector of the Region that is activated.
    [Fact]
    public async Task Gotcha78_AutomaticTierIsTriggeredInBothDirections()
    {
        var plan = (await DeclareAsync()).Named("ledger-region-switch-plan");

        Assert.Equal(2, ((ImmutableArray<object>)plan["triggers"]!).Length);
        Assert.Equal(
            ("activate", "eu-central-1", 60.0),
            (plan["triggers[0].action"], plan["triggers[0].targetRegion"], plan["triggers[0].minDelayMinutesBetweenExecutions"]));
        Assert.Equal(("unreachable-eu-central-1", "red"), (plan["triggers[0].conditions[0].associatedAlarmName"], plan["triggers[0].conditions[0].condition"]));
        Assert.Equal("eu-west-1", plan["triggers[1].targetRegion"]);
        Assert.Equal("unreachable-eu-west-1", plan["triggers[1].conditions[0].associatedAlarmName"]);
        Assert.Equal("followed-lately-eu-west-1", plan["triggers[1].conditions[1].associatedAlarmName"]);
        Assert.Equal(
            "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:drinfra-main-ledger-unreachable-eu-central-1",
            plan["associatedAlarms[1].resourceIdentifier"]);
        Assert.Equal(("unreachable-eu-central-1", "trigger"), (plan["associatedAlarms[1].mapBlockKey"], plan["associatedAlarms[1].alarmType"]));
        Assert.Equal(5, ((ImmutableArray<object>)plan["associatedAlarms"]!).Length);
    }

    // AWS cannot see a federated person's second factor: the settings name whose identity provider asks for it.
    [Fact]
    public void FederatedApprovers_AreLetInByTheirRole()
    {
        const string Role = "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/*/AWSReservedSSO_Failover_*";
        var trust = ApproverRole.TrustPolicy("123456789012", [Role]);

        Assert.Contains($$$"""{"ArnLike":{"aws:PrincipalArn":["{{{Role}}}"]}}""", trust, StringComparison.Ordinal);
        Assert.Contains("""{"Bool":{"aws:MultiFactorAuthPresent":["true"]}}""", trust, StringComparison.Ordinal);
        Assert.DoesNotContain("aws:PrincipalArn", ApproverRole.TrustPolicy("123456789012", []), StringComparison.Ordinal);
    }

    [Fact]
    public async Task TierThatPeopleDecide_WaitsForAnApprovalByTheRoleForIt()
    {
        var declared = await DeclareAsync();

        var plan = declared.Named("lake-region-switch-plan");
        Assert.Equal("ManualApproval", plan["workflows[0].steps[0].executionBlockType"]);
        Assert.Equal(
            "arn:aws:iam::123456789012:role/drinfra-main-shared-failover-approver",
            plan["workflows[0].steps[0].executionApprovalConfigs[0].approvalRole"]);
        Assert.Equal(60.0, plan["workflows[0].steps[0].executionApprovalConfigs[0].timeoutMinutes"]);
        Assert.Null(plan["triggers"]);
        Assert.Equal("drinfra-main-shared-failover-approver", declared.Named("shared-failover-approver-role")["name"]);
        Assert.Contains("aws:MultiFactorAuthPresent", (string)declared.Named("shared-failover-approver-role")["assumeRolePolicy"]!, StringComparison.Ordinal);
        var statement = Assert.Single(Statements(declared.Named("shared-failover-approver-policy")));
        Assert.Equal("""["arc-region-switch:ApprovePlanExecutionStep"]""", statement.GetProperty("Action").GetRawText());
        Assert.Equal("""["arn:aws:arc-region-switch::123456789012:plan/drinfra-main-lake:*"]""", statement.GetProperty("Resource").GetRawText());
    }

    [Fact]
    public async Task Parent_RunsThePlansOneAfterTheOtherTheMostCriticalFirst()
    {
        var plan = (await DeclareAsync()).Named("shared-region-switch-plan");

        Assert.Equal("ARCRegionSwitchPlan", plan["workflows[0].steps[0].executionBlockType"]);
        Assert.Equal("arn:ledger-region-switch-plan", plan["workflows[0].steps[0].regionSwitchPlanConfigs[0].arn"]);
        Assert.Equal("arn:lake-region-switch-plan", plan["workflows[0].steps[1].regionSwitchPlanConfigs[0].arn"]);
        Assert.Null(plan["triggers"]);
    }

    [Fact]
    public async Task Reports_GoToTheRegionThatIsThereWhenThePrimaryIsNot() => Assert.All((await DeclareAsync()).Of(Plan), plan =>
    {
        const string S3 = "reportConfigurations[0].reportOutputs[0].s3Configurations[0]";
        Assert.Equal("drinfra-main-shared-operations-eu-central-1-123456789012/reports/region-switch", plan[$"{S3}.bucketPath"]);
        Assert.Equal("123456789012", plan[$"{S3}.bucketOwner"]);
    });

    [Fact]
    public async Task ExecutionRole_MayDoWhatItsStepsNeed()
    {
        var declared = await DeclareAsync();

        Assert.Contains("arc-region-switch.amazonaws.com", (string)declared.Named("ledger-region-switch-role")["assumeRolePolicy"]!, StringComparison.Ordinal);
        var statements = Statements(declared.Named("ledger-region-switch-policy"));
        Assert.Equal(
            ["AnyDatabaseIsDescribed", "MoveTheWriter", "RaiseCapacity", "ReadTheRecords", "ReadTheAlarms", "KnowItself", "EvaluateItself", "WriteReports"],
            statements.Select(statement => statement.GetProperty("Sid").GetString()));
        Assert.All(statements, statement =>
        {
            Assert.DoesNotContain("*", statement.GetProperty("Action").GetRawText(), StringComparison.Ordinal);
            Assert.Equal(
                statement.GetProperty("Sid").GetString()!.StartsWith("Any", StringComparison.Ordinal),
                statement.GetProperty("Resource").GetRawText() == "[\"*\"]");
        });
        Assert.Equal(
            """
            ["arn:aws:rds::123456789012:global-cluster:drinfra-main-ledger-journal",
              "arn:aws:rds:eu-west-1:123456789012:cluster:drinfra-main-ledger-journal-eu-west-1",
              "arn:aws:rds:eu-central-1:123456789012:cluster:drinfra-main-ledger-journal-eu-central-1"]
            """.OneLine(),
            statements[1].GetProperty("Resource").GetRawText());
        Assert.Contains("arc-region-switch:StartPlanExecution", statements[5].GetProperty("Action").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("""["arn:aws:route53:::hostedzone/Z0123456789EXAMPLE"]""", statements[3].GetProperty("Resource").GetRawText());
    }

    [Fact]
    public async Task PlanWithoutTrigger_CannotStartItself() => Assert.DoesNotContain(
        "StartPlanExecution", (string)(await DeclareAsync()).Named("lake-region-switch-policy")["policy"]!, StringComparison.Ordinal);

    [Fact]
    public async Task ParentRole_MayRunItsChildrenAndNoOtherPlan()
    {
        var children = Statements((await DeclareAsync()).Named("shared-region-switch-policy"))[0];

        Assert.Equal(
            """["arn:aws:arc-region-switch::123456789012:plan/drinfra-main-ledger:*","arn:aws:arc-region-switch::123456789012:plan/drinfra-main-lake:*"]""",
            children.GetProperty("Resource").GetRawText());
    }

    [Fact]
    public async Task NothingToSwitch_IsNoPlan() => Assert.Empty((await DeclareAsync(("workloads", """
        [{"name":"reporting","owner":"finance","tier":"internal","stores":[{"name":"reports","kind":"database","sizeGb":80,"changeGbPerDay":2}]}]
        """))).Counts);

    private static List<JsonElement> Statements(Declaration policy)
    {
        using var document = JsonDocument.Parse((string)policy["policy"]!);
        return [.. document.RootElement.GetProperty("Statement").EnumerateArray().Select(statement => statement.Clone())];
    }

    private static IEnumerable<ImmutableDictionary<string, object>> Steps(Declaration plan) =>
        ((ImmutableArray<object>)plan["workflows[0].steps"]!).Cast<ImmutableDictionary<string, object>>().SelectMany(step =>
            step.TryGetValue("parallelConfigs", out var parallel)
                ? ((ImmutableArray<object>)((ImmutableDictionary<string, object>)((ImmutableArray<object>)parallel)[0])["steps"])
                    .Cast<ImmutableDictionary<string, object>>()
                : [step]);

    private static Task<Declarations> DeclareAsync(params (string Key, string? Value)[] changes) => Declarations.OfAsync(() =>
    {
        var settings = Configurations.PrimarySettings(changes);
        _ = new RegionSwitch("region-switch", new RegionSwitchArgs(new RegionContext(settings, StackRole.Primary), settings.Workloads, settings.Approvers));
    });
}
