using DrInfra.Infra.Recovery;
using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Tests.Infra.Settings;

namespace DrInfra.Tests.Infra.Recovery;

public class FailoverPlanTests
{
    private const string Primary = "eu-west-1";
    private const string Standby = "eu-central-1";

    private static readonly PlatformSettings Settings = Configurations.PrimarySettings();

    private static WorkloadSettings Ledger => Settings.Workloads[0];

    private static WorkloadSettings Lake => Settings.Workloads[1];

    private static RecoveryTier DecidedTier => DefaultTiers.All.Single(tier => tier.Name == "business-critical");

    private static PipelineSettings Pipeline { get; } = new(
        "enrichment", PipelineEngine.Container, new ContainerImage("enrichment", null, "1.0"), 2, 500, 1024, null, PipelineResults.Idempotent);

    // People decide, and no writer is promoted before its traffic moves.
    private static WorkloadSettings Decided(string name) => Ledger with { Name = name, Endpoint = name, Tier = DecidedTier, Stores = [.. Ledger.Tables] };

    // Gotcha 71: the database is promoted before traffic moves.
    [Fact]
    public void Gotcha71_TrafficMovesAfterTheDatabase()
    {
        var steps = Of(Ledger).Steps;

        Assert.Equal(["recover", "move-traffic"], steps.Select(step => step.Name));
        Assert.Equal(["promote-journal", "raise-capacity"], Assert.IsType<ParallelStep>(steps[0]).Steps.Select(step => step.Name));
        var routing = Assert.IsType<RoutingStep>(steps[1]);
        Assert.Equal(("Z0123456789EXAMPLE", "ledger.data.example.com"), (routing.ZoneId, routing.RecordName));
        Assert.Equal([("primary-eu-west-1", Primary), ("standby-eu-central-1", Standby)], routing.RecordSets);
    }

    // Gotcha 78: a trigger has no mode, so what it starts must not need the Region that is lost.
    [Fact]
    public void Gotcha78_AutomaticPlanFailsOverWhateverTheMode()
    {
        Assert.Equal("failover", Database(Ledger).Behavior);
        Assert.Equal("switchoverOnly", Database(Lake).Behavior);
    }

    // Traffic and beacon do not wait for each other.
    [Fact]
    public void BeaconOfASingleWriter_MovesBesideItsTraffic()
    {
        var steps = Of(Ledger with { Pipelines = [Pipeline] }).Steps;

        Assert.Equal(["recover", "move"], steps.Select(step => step.Name));
        var moves = Assert.IsType<ParallelStep>(steps[1]).Steps.Cast<RoutingStep>().ToList();
        Assert.Equal(
            [("move-traffic", "ledger.data.example.com"), ("move-beacon", "active.ledger.main.data.example.com")],
            moves.Select(move => (move.Name, move.RecordName)));
        Assert.All(moves, move =>
        {
            Assert.Equal((5, "Z0123456789EXAMPLE"), (move.Minutes, move.ZoneId));
            Assert.Equal([("primary-eu-west-1", Primary), ("standby-eu-central-1", Standby)], move.RecordSets);
        });
        Assert.Equal(Of(Ledger).CriticalPathMinutes, Of(Ledger with { Pipelines = [Pipeline] }).CriticalPathMinutes);
    }

    [Fact]
    public void BeaconOfManyWriters_MovesAfterTheirCapacity()
    {
        var steps = Of(Decided("events") with { Pipelines = [Pipeline] }).Steps;

        Assert.Equal(["raise-capacity", "move-beacon"], steps.Select(step => step.Name));
    }

    [Fact]
    public void WorkloadWithNothingButPipelines_HasAPlanThatMovesItsBeacon()
    {
        var workload = Decided("events") with { Serving = null, Endpoint = null };

        Assert.False(FailoverPlan.IsFor(workload));
        Assert.Equal(["move-beacon"], Of(workload with { Pipelines = [Pipeline] }).Steps.Select(step => step.Name));
    }

    // What a plan says of records is read a page at a time (gotcha 82).
    [Fact]
    public void Gotcha82_WorkloadWithABeaconHasAPlanOfItsOwn() => Assert.Equal(
        ["events", "business-critical"],
        FailoverPlan.GroupsOf([Decided("events") with { Pipelines = [Pipeline] }, Decided("orders"), Decided("shop")]).Select(group => group.Part));

    [Fact]
    public void DatabaseStep_NamesTheClustersOfBothRegions() => Assert.Equal(
        [
            "arn:aws:rds:eu-west-1:123456789012:cluster:drinfra-main-ledger-journal-eu-west-1",
            "arn:aws:rds:eu-central-1:123456789012:cluster:drinfra-main-ledger-journal-eu-central-1",
        ],
        Database(Ledger).ClusterArns);

    [Fact]
    public void CapacityStep_ScalesTheWorkloadsDeploymentInEitherCluster()
    {
        var step = Of(Ledger).Leaves.OfType<CapacityStep>().Single();

        Assert.Equal(
            ["arn:aws:eks:eu-west-1:123456789012:cluster/drinfra-main-cluster-eu-west-1",
                "arn:aws:eks:eu-central-1:123456789012:cluster/drinfra-main-cluster-eu-central-1"],
            step.ClusterArns);
        Assert.Equal([Primary, Standby], step.Regions);
        Assert.Equal([new ScaledDeployment("ledger", "ledger-serving")], step.Deployments);
        Assert.Equal(["ledger"], Of(Ledger).Namespaces);
        Assert.Empty(Of(Lake).Namespaces);
    }

    // An ungraceful run skips functions and approvals.
    [Fact]
    public void EveryStep_IsOfAKindThatRunsUngraceful() => Assert.Equal(
        ["ARCRegionSwitchPlan", "AuroraGlobalDatabase", "EKSResourceScaling", "Route53HealthCheck"],
        FailoverPlan.AllOf(Settings.Identity, [Ledger, Lake, Decided("events")]).SelectMany(plan => plan.Leaves)
            .Concat(FailoverPlan.ParentSteps([Ledger, Lake]))
            .Select(step => step.BlockType).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void TierThatPeopleDecide_HasNoTrigger()
    {
        var plan = Of(Lake);

        Assert.Equal(["promote-lake-catalogue"], plan.Steps.Select(step => step.Name));
        Assert.Empty(plan.Triggers);
        Assert.DoesNotContain(plan.Alarms, alarm => alarm.Type == "trigger");
        Assert.Equal(480, plan.RtoMinutes);
    }

    // A trigger runs a whole plan, and a plan has two checks of records at most: others of a tier share one, since an account has few.
    [Fact]
    public void WorkloadsOfATierWithoutTriggerAndRouting_ShareAPlan()
    {
        var routed = Ledger with { Name = "billing", Endpoint = "billing", Tier = DecidedTier };
        var workloads = new[] { Decided("events"), Ledger, routed, Decided("orders"), Lake };

        Assert.Equal(
            ["business-critical: events, orders", "ledger: ledger", "billing: billing", "business-operational: lake"],
            FailoverPlan.GroupsOf(workloads).Select(group => $"{group.Part}: {string.Join(", ", group.Workloads.Select(workload => workload.Name))}"));
    }

    [Fact]
    public void SharedPlan_RaisesEachWorkloadInOneStepAndNamesWhatIsWhose()
    {
        var reporting = Lake with { Name = "reporting", Tier = DecidedTier };

        var plan = Of(Decided("events"), Decided("orders"), reporting);

        Assert.Equal("drinfra-main-business-critical", plan.Name);
        var work = Assert.IsType<ParallelStep>(Assert.Single(plan.Steps));
        Assert.Equal(["promote-reporting-catalogue", "raise-capacity"], work.Steps.Select(step => step.Name));
        Assert.Equal(
            [new ScaledDeployment("events", "events-serving"), new ScaledDeployment("orders", "orders-serving")],
            plan.Leaves.OfType<CapacityStep>().Single().Deployments);
        Assert.Equal(["events", "orders"], plan.Namespaces);
        Assert.Equal(
            ["reporting-catalogue-instances-eu-west-1", "reporting-catalogue-instances-eu-central-1"], plan.Alarms.Select(alarm => alarm.Key));
        Assert.Equal(PlanTimeouts.For([reporting]).WorkMinutes, plan.CriticalPathMinutes);
    }

    [Fact]
    public void ArmedTier_HasATriggerInEachDirectionSeenFromTwoRegions()
    {
        var plan = Armed(Ledger);

        Assert.Equal([Standby, Primary], plan.Triggers.Select(trigger => trigger.TargetRegion));
        Assert.Equal(["unreachable-eu-central-1", "primary-unreachable-eu-west-3"], plan.Triggers[0].AlarmKeys);
        Assert.Equal(["unreachable-eu-west-1", "standby-unreachable-eu-west-3", "followed-lately-eu-west-1"], plan.Triggers[1].AlarmKeys);
        Assert.All(plan.Triggers, trigger => Assert.Equal(60, trigger.MinDelayMinutes));
        Assert.Subset(plan.Alarms.Select(alarm => alarm.Key).ToHashSet(), plan.Triggers.SelectMany(trigger => trigger.AlarmKeys).ToHashSet());
    }

    // The detectors of a Region's loss are in the other Region and in the third: they survive.
    [Fact]
    public void Detectors_AreInTheRegionThatIsActivatedAndInTheWitness()
    {
        var plan = Armed(Ledger);

        Assert.All(plan.Triggers, trigger => Assert.Equal(
            new[] { trigger.TargetRegion, "eu-west-3" }.Order(),
            trigger.AlarmKeys.Select(key => plan.Alarms.Single(alarm => alarm.Key == key).Arn.Split(':')[3]).Distinct().Order()));
        Assert.Equal(
            "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:drinfra-main-ledger-unreachable-eu-central-1",
            plan.Alarms.Single(alarm => alarm.Key == "unreachable-eu-central-1").Arn);
    }

    [Fact]
    public void UntilItIsArmed_AnAutomaticTierHasThePlanWithoutTriggers()
    {
        var (observed, armed) = (Of(Ledger), Armed(Ledger));

        Assert.Empty(observed.Triggers);
        Assert.Equal(armed.Alarms.Where(alarm => alarm.Type == "applicationHealth"), observed.Alarms);
        Assert.Equal(armed.Steps.Select(step => (step.Name, step.TimeoutMinutes)), observed.Steps.Select(step => (step.Name, step.TimeoutMinutes)));
    }

    // Only the standby sees that its replication stops: the settings refuse to arm it, and it has a plan of its own all the same.
    [Fact]
    public void AutomaticWorkloadWithoutEndpoint_IsNeverTriggered()
    {
        var plan = Armed(Lake with { Tier = Lake.Tier with { Decide = Decision.Automatic } });

        Assert.Equal("lake", plan.Part);
        Assert.Empty(plan.Triggers);
    }

    [Fact]
    public void LongRto_IsTheLeastTimeBetweenTwoAutomaticRuns() => Assert.All(
        Armed(Ledger with
        {
            Tier = Ledger.Tier with
            {
                Objectives = new Dictionary<Disruption, Objective> { [Disruption.Region] = new(TimeSpan.FromMinutes(30), TimeSpan.FromHours(8)) },
            },
        }).Triggers,
        trigger => Assert.Equal(480, trigger.MinDelayMinutes));

    // Of itself, and whether its pods reach the writer: so Region switch sees when a failover is over.
    [Fact]
    public void Health_IsWhatEachRegionSaysOfItself() => Assert.Equal(
        ["journal-instances-eu-west-1", "journal-instances-eu-central-1", "cannot-write-eu-west-1", "cannot-write-eu-central-1"],
        Of(Ledger).Alarms.Where(alarm => alarm.Type == "applicationHealth").Select(alarm => alarm.Key));

    // The time-outs of the plan are those that fit the RTO.
    [Fact]
    public void CriticalPath_IsThatOfTheTimeouts()
    {
        Assert.All(new[] { Ledger, Lake }, workload =>
        {
            var plan = Of(workload);

            Assert.Equal(PlanTimeouts.For(workload.Tier, PlanShape.Of(workload)).CriticalPathMinutes, plan.CriticalPathMinutes);
            Assert.All(plan.Leaves, step => Assert.True(step.TimeoutMinutes >= 1, step.Name));
        });
    }

    [Fact]
    public void TierWhoseRtoIsTooShort_IsRefusedWithFigures()
    {
        var ledger = Ledger with
        {
            Tier = Ledger.Tier with { Objectives = new Dictionary<Disruption, Objective> { [Disruption.Region] = new(null, TimeSpan.FromMinutes(5)) } },
        };

        Assert.Contains("an RTO of 5m", Assert.Throws<ArgumentException>(() => Of(ledger)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void WorkloadThatRestoresOrOnlyReplicates_HasNoPlan()
    {
        Assert.False(FailoverPlan.IsFor(Settings.Workloads[2]));
        Assert.False(FailoverPlan.IsFor(Lake with { Stores = [.. Lake.Tables, .. Lake.Buckets] }));
        Assert.True(FailoverPlan.IsFor(Lake));
    }

    [Fact]
    public void Parent_RunsTheMostCriticalTierFirstAndATierSideBySide()
    {
        var steps = FailoverPlan.ParentSteps([Lake, Ledger with { Name = "orders" }, Ledger, Lake with { Name = "pond" }]);

        Assert.Equal(["mission-critical", "business-operational"], steps.Select(step => step.Name));
        Assert.Equal(["orders", "ledger"], Assert.IsType<ParallelStep>(steps[0]).Steps.Select(step => step.Name));
        Assert.Equal("business-operational", Assert.IsType<ChildPlanStep>(steps[1]).Plan);
        Assert.Empty(FailoverPlan.ParentSteps([Settings.Workloads[2]]));
    }

    private static FailoverPlan Of(params WorkloadSettings[] workloads) => Assert.Single(FailoverPlan.AllOf(Settings.Identity, workloads));

    private static FailoverPlan Armed(WorkloadSettings workload) =>
        Assert.Single(FailoverPlan.AllOf(Settings.Identity with { IsArmed = true }, [workload]));

    private static DatabaseStep Database(WorkloadSettings workload) => Of(workload).Leaves.OfType<DatabaseStep>().Single();
}
