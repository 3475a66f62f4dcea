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

    // Gotcha 71: the database is promoted before traffic moves.
    [Fact]
    public void Gotcha71_TrafficMovesAfterTheDatabase()
    {
        var steps = FailoverPlan.For(Settings.Identity, Ledger).Steps;

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

    [Fact]
    public void DatabaseStep_NamesTheClustersOfBothRegions() => Assert.Equal(
        [
            "arn:aws:rds:eu-west-1:123456789012:cluster:drinfra-main-ledger-journal-eu-west-1",
            "arn:aws:rds:eu-central-1:123456789012:cluster:drinfra-main-ledger-journal-eu-central-1",
        ],
        Database(Ledger).ClusterArns);

    [Fact]
    public void CapacityStep_CallsTheWorkloadsFunctionOfEitherRegion() => Assert.Equal(
        [
            "arn:aws:lambda:eu-west-1:123456789012:function:drinfra-main-ledger-capacity-eu-west-1",
            "arn:aws:lambda:eu-central-1:123456789012:function:drinfra-main-ledger-capacity-eu-central-1",
        ],
        FailoverPlan.For(Settings.Identity, Ledger).Leaves.OfType<CapacityStep>().Single().FunctionArns);

    [Fact]
    public void TierThatPeopleDecide_BeginsWithAnApprovalAndHasNoTrigger()
    {
        var plan = FailoverPlan.For(Settings.Identity, Lake);

        Assert.Equal(["approve", "promote-catalogue"], plan.Steps.Select(step => step.Name));
        Assert.Equal("arn:aws:iam::123456789012:role/drinfra-main-shared-failover-approver", Assert.IsType<ApprovalStep>(plan.Steps[0]).RoleArn);
        Assert.Empty(plan.Triggers);
        Assert.DoesNotContain(plan.Alarms, alarm => alarm.Type == "trigger");
        Assert.Equal(480, plan.RtoMinutes);
    }

    [Fact]
    public void AutomaticTier_HasATriggerInEachDirection()
    {
        var plan = FailoverPlan.For(Settings.Identity, Ledger);

        Assert.Equal([Standby, Primary], plan.Triggers.Select(trigger => trigger.TargetRegion));
        Assert.Equal(["unreachable-eu-central-1"], plan.Triggers[0].AlarmKeys);
        Assert.Equal(["unreachable-eu-west-1", "followed-lately-eu-west-1"], plan.Triggers[1].AlarmKeys);
        Assert.All(plan.Triggers, trigger => Assert.Equal(60, trigger.MinDelayMinutes));
        Assert.Subset(plan.Alarms.Select(alarm => alarm.Key).ToHashSet(), plan.Triggers.SelectMany(trigger => trigger.AlarmKeys).ToHashSet());
    }

    // The detector of a Region's loss is in the other Region: it survives.
    [Fact]
    public void Detector_IsInTheRegionThatIsActivated()
    {
        var plan = FailoverPlan.For(Settings.Identity, Ledger);

        Assert.All(plan.Triggers, trigger => Assert.All(trigger.AlarmKeys, key => Assert.Contains(
            $":{trigger.TargetRegion}:", plan.Alarms.Single(alarm => alarm.Key == key).Arn, StringComparison.Ordinal)));
        Assert.Equal(
            "arn:aws:cloudwatch:eu-central-1:123456789012:alarm:drinfra-main-ledger-unreachable-eu-central-1",
            plan.Alarms.Single(alarm => alarm.Key == "unreachable-eu-central-1").Arn);
    }

    [Fact]
    public void AutomaticWorkloadWithoutEndpoint_IsTriggeredByItsReplication()
    {
        var rto = TimeSpan.FromHours(8);
        var lake = Lake with
        {
            Tier = Lake.Tier with
            {
                Decide = Decision.Automatic,
                Objectives = new Dictionary<Disruption, Objective> { [Disruption.Region] = new(TimeSpan.FromMinutes(30), rto) },
            },
        };

        Assert.Equal(["replication-stopped-eu-central-1"], FailoverPlan.For(Settings.Identity, lake).Triggers[0].AlarmKeys);
        Assert.Equal(480, FailoverPlan.For(Settings.Identity, lake).Triggers[0].MinDelayMinutes);
    }

    [Fact]
    public void Health_IsWhatEachRegionSaysOfItsOwnCluster() => Assert.Equal(
        ["journal-instances-eu-west-1", "journal-instances-eu-central-1"],
        FailoverPlan.For(Settings.Identity, Ledger).Alarms.Where(alarm => alarm.Type == "applicationHealth").Select(alarm => alarm.Key));

    // The time-outs of the plan are those that fit the RTO.
    [Fact]
    public void CriticalPath_IsThatOfTheTimeouts()
    {
        Assert.All(new[] { Ledger, Lake }, workload =>
        {
            var plan = FailoverPlan.For(Settings.Identity, workload);

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

        Assert.Contains("an RTO of 5m", Assert.Throws<ArgumentException>(() => FailoverPlan.For(Settings.Identity, ledger)).Message, StringComparison.Ordinal);
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
        var settings = Settings with { Workloads = [Lake, Ledger with { Name = "orders" }, Ledger] };

        var steps = FailoverPlan.ParentSteps(settings.Workloads);

        Assert.Equal(["mission-critical", "lake"], steps.Select(step => step.Name));
        Assert.Equal(["orders", "ledger"], Assert.IsType<ParallelStep>(steps[0]).Steps.Select(step => step.Name));
        Assert.Empty(FailoverPlan.ParentSteps([Settings.Workloads[2]]));
    }

    private static DatabaseStep Database(WorkloadSettings workload) =>
        FailoverPlan.For(Settings.Identity, workload).Leaves.OfType<DatabaseStep>().Single();
}
