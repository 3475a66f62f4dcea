using System.Collections.Immutable;
using System.Text.Json;
using DrInfra.Infra.Conventions;
using DrInfra.Infra.Permissions;
using DrInfra.Infra.Recovery;
using DrInfra.Infra.Settings;
using DrInfra.Tests.Infra.Settings;
using static DrInfra.Tests.Infra.Serving.ServingFixture;

namespace DrInfra.Tests.Infra.Recovery;

public class RegionSwitchTests
{
    private const string Plan = "aws:arcregionswitch/plan:Plan";

    // The plan of the tier that lake is alone in; its name is longer than Region switch takes.
    private static string Lake => Configurations.PrimarySettings().Identity.Names.RegionSwitchPlan("business-operational");

    [Fact]
    public async Task Plans_AreThoseOfTheWorkloadsWithAStandbyAndTheirParent()
    {
        var declared = await DeclareAsync();

        Assert.Equal(new Dictionary<string, int> { ["Plan"] = 3, ["Role"] = 4, ["RolePolicy"] = 4 }, declared.Counts);
        Assert.Equal(
            [Lake, "drinfra-main-ledger", "drinfra-main-shared"], declared.Of(Plan).Select(plan => plan["name"]));
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
        var lake = declared.Named("business-operational-region-switch-plan");
        Assert.Equal("switchoverOnly", lake["workflows[0].steps[0].globalAuroraConfigs[0].behavior"]);
        Assert.Equal("failover", lake["workflows[0].steps[0].globalAuroraConfigs[0].ungracefuls[0].ungraceful"]);
    }

    private static readonly (string Key, string? Value) Armed = ("automaticFailover", "armed");

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
        Assert.Equal(11.0, plan[$"{Database}.globalAuroraConfigs[0].timeoutMinutes"]);
        Assert.Equal("EKSResourceScaling", plan["workflows[0].steps[0].parallelConfigs[0].steps[1].executionBlockType"]);
        const string Routing = "workflows[0].steps[1]";
        Assert.Equal("Route53HealthCheck", plan[$"{Routing}.executionBlockType"]);
        Assert.Equal("ledger.data.example.com", plan[$"{Routing}.route53HealthCheckConfigs[0].recordName"]);
        Assert.Equal("Z0123456789EXAMPLE", plan[$"{Routing}.route53HealthCheckConfigs[0].hostedZoneId"]);
        Assert.Equal("standby-eu-central-1", plan[$"{Routing}.route53HealthCheckConfigs[0].recordSets[1].recordSetIdentifier"]);
        Assert.Equal("eu-central-1", plan[$"{Routing}.route53HealthCheckConfigs[0].recordSets[1].region"]);
        Assert.Equal(5.0, plan[$"{Routing}.route53HealthCheckConfigs[0].timeoutMinutes"]);
        Assert.Equal(30.0, plan["recoveryTimeObjectiveMinutes"]);
    }

    // The one block that raises capacity ungraceful too: both clusters, the deployment and its autoscaler, as many as there were.
    [Fact]
    public async Task Capacity_IsRaisedInTheClusterOfEitherRegionInEveryMode()
    {
        var plan = (await DeclareAsync()).Named("ledger-region-switch-plan");

        const string Scaling = "workflows[0].steps[0].parallelConfigs[0].steps[1].eksResourceScalingConfigs[0]";
        Assert.Equal(
            "[{clusterArn:arn:aws:eks:eu-west-1:123456789012:cluster/drinfra-main-cluster-eu-west-1},"
            + "{clusterArn:arn:aws:eks:eu-central-1:123456789012:cluster/drinfra-main-cluster-eu-central-1}]",
            Text(plan[$"{Scaling}.eksClusters"]!));
        Assert.Equal("[{apiVersion:apps/v1,kind:Deployment}]", Text(plan[$"{Scaling}.kubernetesResourceTypes"]!));
        Assert.Equal(
            "[{namespace:ledger,resources:["
            + "{hpaName:ledger-serving,name:ledger-serving,namespace:ledger,resourceName:eu-west-1},"
            + "{hpaName:ledger-serving,name:ledger-serving,namespace:ledger,resourceName:eu-central-1}]}]",
            Text(plan[$"{Scaling}.scalingResources"]!));
        Assert.Equal("sampledMaxInLast24Hours", plan[$"{Scaling}.capacityMonitoringApproach"]);
        Assert.Equal(100.0, plan[$"{Scaling}.targetPercent"]);
        Assert.Equal(11.0, plan[$"{Scaling}.timeoutMinutes"]);
        Assert.Equal("[{minimumSuccessPercentage:99}]", Text(plan[$"{Scaling}.ungracefuls"]!));
    }

    // Clusters let them in by their unique id: one made anew would stand outside.
    [Fact]
    public async Task RolesOfPlans_AreProtectedAndNoOthers() => Assert.All(
        (await DeclareAsync()).Of("aws:iam/role:Role"),
        role => Assert.Equal(role.Name.EndsWith("region-switch-role", StringComparison.Ordinal), role.Options.Protect == true));

    // Gotcha 82: the provider reads the first page of a plan's checks only.
    [Fact]
    public async Task Gotcha82_APlanHasOneRecordAtMostWithoutABeacon() => Assert.All(
        (await DeclareAsync()).Of(Plan),
        plan => Assert.InRange(Steps(plan).Count(step => step.ContainsKey("route53HealthCheckConfigs")), 0, 1));

    // The second record is one of the same zone, so it takes no further permission.
    [Fact]
    public async Task BeaconBesideTraffic_IsAStepOfItsOwnAndNoFurtherPermission()
    {
        var pipelines = Configurations.Workloads.Change(
            "\"endpoint\":\"ledger\",", "\"endpoint\":\"ledger\",\"pipelines\":[{\"name\":\"enrichment\",\"image\":\"enrichment:1.0\"}],");
        var declared = await DeclareAsync(
            ("cluster", """{"publicRanges":["198.51.100.0/24"],"followerImage":"follower:1.0"}"""), ("workloads", pipelines));

        const string Beacon = "workflows[0].steps[1].parallelConfigs[0].steps[1]";
        var plan = declared.Named("ledger-region-switch-plan");
        Assert.Equal("Route53HealthCheck", plan[$"{Beacon}.executionBlockType"]);
        Assert.Equal(
            "[{hostedZoneId:Z0123456789EXAMPLE,recordName:active.ledger.main.data.example.com,recordSets:["
            + "{recordSetIdentifier:primary-eu-west-1,region:eu-west-1},{recordSetIdentifier:standby-eu-central-1,region:eu-central-1}],timeoutMinutes:5}]",
            Text(plan[$"{Beacon}.route53HealthCheckConfigs"]!));
        Assert.Equal("ledger.data.example.com",
            plan["workflows[0].steps[1].parallelConfigs[0].steps[0].route53HealthCheckConfigs[0].recordName"]);
        Assert.Equal(
            (string)(await DeclareAsync()).Named("ledger-region-switch-policy")["policy"]!, (string)declared.Named("ledger-region-switch-policy")["policy"]!);
    }

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
        var plan = (await DeclareAsync(Armed)).Named("ledger-region-switch-plan");

        Assert.Equal(2, ((ImmutableArray<object>)plan["triggers"]!).Length);
        Assert.Equal(
            ("activate", "eu-central-1", 60.0),
            (plan["triggers[0].action"], plan["triggers[0].targetRegion"], plan["triggers[0].minDelayMinutesBetweenExecutions"]));
        Assert.Equal(("unreachable-eu-central-1", "red"), (plan["triggers[0].conditions[0].associatedAlarmName"], plan["triggers[0].conditions[0].condition"]));
        Assert.Equal("eu-west-1", plan["triggers[1].targetRegion"]);
        Assert.Equal("unreachable-eu-west-1", plan["triggers[1].conditions[0].associatedAlarmName"]);
        Assert.Equal("primary-unreachable-eu-west-3", plan["triggers[0].conditions[1].associatedAlarmName"]);
        Assert.Equal("standby-unreachable-eu-west-3", plan["triggers[1].conditions[1].associatedAlarmName"]);
        Assert.Equal("followed-lately-eu-west-1", plan["triggers[1].conditions[2].associatedAlarmName"]);
        Assert.Equal(
            "arn:aws:cloudwatch:eu-west-3:123456789012:alarm:drinfra-main-ledger-primary-unreachable-eu-west-3",
            plan["associatedAlarms[2].resourceIdentifier"]);
        Assert.Equal(
            "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:drinfra-main-ledger-unreachable-eu-central-1",
            plan["associatedAlarms[1].resourceIdentifier"]);
        Assert.Equal(("unreachable-eu-central-1", "trigger"), (plan["associatedAlarms[1].mapBlockKey"], plan["associatedAlarms[1].alarmType"]));
        Assert.Equal(9, ((ImmutableArray<object>)plan["associatedAlarms"]!).Length);
    }

    // People decide; the detectors that a trigger would have are no alarms of the plan, which has no use for them.
    [Fact]
    public async Task UntilItIsArmed_NoPlanHasATriggerOrItsAlarms()
    {
        var declared = await DeclareAsync();

        Assert.All(declared.Of(Plan), plan => Assert.Null(plan["triggers"]));
        var plan = declared.Named("ledger-region-switch-plan");
        Assert.Equal(4, ((ImmutableArray<object>)plan["associatedAlarms"]!).Length);
        Assert.DoesNotContain("trigger", Text(plan["associatedAlarms"]!), StringComparison.Ordinal);
        Assert.DoesNotContain("StartPlanExecution", (string)declared.Named("ledger-region-switch-policy")["policy"]!, StringComparison.Ordinal);
    }

    // Who may start a plan is IAM's: an approval in it would keep it from running ungraceful.
    [Fact]
    public async Task Plan_WaitsForNobody() => Assert.All((await DeclareAsync()).Of(Plan), plan => Assert.DoesNotContain(
        Steps(plan), step => (string)step["executionBlockType"] is "ManualApproval" or "CustomActionLambda"));

    [Fact]
    public async Task TiersOfOnePerson_AreStartedByOneRole()
    {
        var declared = await DeclareAsync();

        var role = declared.Named("shared-failover-operator-role");
        Assert.Equal("drinfra-main-shared-failover-operator", role["name"]);
        Assert.Equal(FailoverOperatorRole.TrustPolicy("123456789012", []), role["assumeRolePolicy"]);
        Assert.Equal(["drinfra-main-ledger", Lake, "drinfra-main-shared"], Started(declared, "failover-operator"));
        Assert.DoesNotContain(declared.All, one => one.Name.Contains("of-two", StringComparison.Ordinal));
    }

    // Starting all plans is starting the one that takes two.
    [Fact]
    public async Task TierOfTwoPeople_IsStartedByARoleOfItsOwnAndSoIsTheParent()
    {
        var declared = await DeclareAsync(
            ("tiers", """{"business-operational":{"twoPeople":true}}"""), ("operators", """["arn:aws:iam::123456789012:role/failover"]"""));

        Assert.Equal(["drinfra-main-ledger"], Started(declared, "failover-operator"));
        Assert.Equal([Lake, "drinfra-main-shared"], Started(declared, "failover-operator-of-two"));
        Assert.Equal(
            FailoverOperatorRole.TrustPolicyOfTwo("123456789012", ["arn:aws:iam::123456789012:role/failover"]),
            declared.Named("shared-failover-operator-of-two-role")["assumeRolePolicy"]);
    }

    [Fact]
    public async Task Parent_RunsThePlansOneAfterTheOtherTheMostCriticalFirst()
    {
        var plan = (await DeclareAsync()).Named("shared-region-switch-plan");

        Assert.Equal("ARCRegionSwitchPlan", plan["workflows[0].steps[0].executionBlockType"]);
        Assert.Equal("arn:ledger-region-switch-plan", plan["workflows[0].steps[0].regionSwitchPlanConfigs[0].arn"]);
        Assert.Equal("arn:business-operational-region-switch-plan", plan["workflows[0].steps[1].regionSwitchPlanConfigs[0].arn"]);
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
        var declared = await DeclareAsync(Armed);

        Assert.Contains("arc-region-switch.amazonaws.com", (string)declared.Named("ledger-region-switch-role")["assumeRolePolicy"]!, StringComparison.Ordinal);
        var statements = Statements(declared.Named("ledger-region-switch-policy"));
        Assert.Equal(
            [
                "AnyDatabaseIsDescribed", "MoveTheWriter", "FindTheClusters", "SeeWhatItMayDoThere", "ReadTheRecords", "ReadTheAlarms", "KnowItself",
                "EvaluateItself", "WriteReports",
            ],
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
        Assert.Contains("arc-region-switch:StartPlanExecution", statements[6].GetProperty("Action").GetRawText(), StringComparison.Ordinal);
        Assert.Equal("""["arn:aws:route53:::hostedzone/Z0123456789EXAMPLE"]""", statements[4].GetProperty("Resource").GetRawText());
    }

    [Fact]
    public async Task PlanWithoutTrigger_CannotStartItself() => Assert.DoesNotContain(
        "StartPlanExecution", (string)(await DeclareAsync()).Named("business-operational-region-switch-policy")["policy"]!, StringComparison.Ordinal);

    [Fact]
    public async Task ParentRole_MayRunItsChildrenAndNoOtherPlan()
    {
        var children = Statements((await DeclareAsync()).Named("shared-region-switch-policy"))[0];

        Assert.Equal(
            $$"""["arn:aws:arc-region-switch::123456789012:plan/drinfra-main-ledger:*","arn:aws:arc-region-switch::123456789012:plan/{{Lake}}:*"]""",
            children.GetProperty("Resource").GetRawText());
    }

    [Fact]
    public async Task NothingToSwitch_IsNoPlan() => Assert.Empty((await DeclareAsync(("workloads", """
        [{"name":"reporting","owner":"finance","tier":"internal","stores":[{"name":"reports","kind":"database","sizeGb":80,"changeGbPerDay":2}]}]
        """))).Counts);

    // The plans that a role of operators may start.
    private static IEnumerable<string> Started(Declarations declared, string part)
    {
        var statement = Assert.Single(Statements(declared.Named($"shared-{part}-policy")));
        Assert.Contains("arc-region-switch:StartPlanExecution", statement.GetProperty("Action").GetRawText(), StringComparison.Ordinal);
        return statement.GetProperty("Resource").EnumerateArray().Select(resource => resource.GetString()!.Split('/', ':')[^2]);
    }

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
        _ = new RegionSwitch("region-switch", new RegionSwitchArgs(new RegionContext(settings, StackRole.Primary), settings.Workloads, settings.Operators));
    });
}
