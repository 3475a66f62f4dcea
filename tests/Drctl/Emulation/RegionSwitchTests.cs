using System.Collections.Immutable;
using Pulumi.Testing;
using static DrInfra.Tests.Drctl.Emulation.TestCloud;

namespace DrInfra.Tests.Drctl.Emulation;

public class RegionSwitchTests
{
    private const string Plan = "aws:arcregionswitch/plan:Plan";
    private const string Function = "aws:arcregionswitch/getRoute53HealthChecks:getRoute53HealthChecks";

    private readonly TestCloud _cloud = new();

    [Fact]
    public async Task PlanWithARecordInTwoRegions_HasAHealthCheckForEach()
    {
        var plan = Declare("orders", Workflow(Step(Routing("Z1", "orders.example.com", West, Central))));

        var checks = await HealthChecks(plan);

        Assert.Equal([("Z1", "orders.example.com", West), ("Z1", "orders.example.com", Central)], checks.Select(Place));
        Assert.Equal(2, checks.Select(check => check["healthCheckId"]).Distinct().Count());
        Assert.All(checks, check => Assert.True(Guid.TryParse((string)check["healthCheckId"], out _)));
    }

    [Fact]
    public async Task StepsWithinParallelOnes_AreFoundToo()
    {
        var parallel = Map(
            ("name", "together"),
            ("executionBlockType", "Parallel"),
            ("parallelConfigs", List(Map(("steps", List(
                Step(Routing("Z1", "orders.example.com", Central)),
                Step(Routing("Z2", "carts.example.com", Central))))))));
        var plan = Declare("orders", Workflow(Step(Routing("Z1", "www.example.com", West)), parallel));

        var checks = await HealthChecks(plan);

        Assert.Equal(
            [("Z1", "www.example.com", West), ("Z1", "orders.example.com", Central), ("Z2", "carts.example.com", Central)],
            checks.Select(Place));
    }

    [Fact]
    public async Task RecordInSeveralWorkflows_HasOneHealthCheckPerRegion()
    {
        var step = Step(Routing("Z1", "orders.example.com", West, Central));
        var plan = Declare("orders", Workflow(step), Workflow(step));

        Assert.Equal(2, (await HealthChecks(plan)).Length);
    }

    [Fact]
    public async Task RoutingStepWithoutRecordSets_HasAHealthCheckForEachRegionOfThePlan()
    {
        var plan = Declare("orders", Workflow(Step(Routing("Z1", "orders.example.com"))));

        Assert.Equal([West, Central], (await HealthChecks(plan)).Select(check => check["region"]));
    }

    [Fact]
    public async Task PlanWithoutRoutingStep_HasNoHealthChecks()
    {
        var plan = Declare("orders", Workflow(Map(("name", "approve"), ("executionBlockType", "ManualApproval"))));

        Assert.Empty(await HealthChecks(plan));
    }

    [Fact]
    public async Task TwoPlans_HaveHealthChecksOfTheirOwnThatStayTheSame()
    {
        var workflow = Workflow(Step(Routing("Z1", "orders.example.com", West)));
        var first = Assert.Single(await HealthChecks(Declare("orders", workflow)));
        var second = Assert.Single(await HealthChecks(Declare("parent", workflow)));
        var elsewhere = new RegionSwitchTests();
        var again = Assert.Single(await elsewhere.HealthChecks(elsewhere.Declare("orders", workflow)));

        Assert.NotEqual(first["healthCheckId"], second["healthCheckId"]);
        Assert.Equal(first["healthCheckId"], again["healthCheckId"]);
    }

    [Fact]
    public async Task AnswerNamesThePlanAndTheRegionOfTheProvider()
    {
        var plan = Declare("orders", Workflow(Step(Routing("Z1", "orders.example.com", West))));

        var answer = await Call(plan);

        Assert.Equal(plan, answer["planArn"]);
        Assert.Equal(Central, answer["region"]);
        Assert.Equal(["healthCheckId", "hostedZoneId", "recordName", "region", "status"], Assert.Single(ChecksOf(answer)).Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task UnknownPlan_IsAnErrorThatNamesIt()
    {
        Declare("orders", Workflow(Step(Routing("Z1", "orders.example.com", West))));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => Call($"arn:aws:arc-region-switch::{AccountId}:plan/other:abc123"));

        Assert.Contains($"\"arn:aws:arc-region-switch::{AccountId}:plan/other:abc123\"", error.Message, StringComparison.Ordinal);
        Assert.Contains(Function, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void PrimaryOutsideThePlansRegions_IsRefused()
    {
        var message = _cloud.RefusalOf(Plan, "orders", ("regions", List(West, Central)), ("primaryRegion", "us-east-1"));

        Assert.Contains($"primaryRegion is \"us-east-1\", and the plan's regions are [{Central}, {West}]", message, StringComparison.Ordinal);
    }

    [Fact]
    public void WorkflowIntoAnotherRegion_IsRefused()
    {
        var workflow = Map(("workflowTargetAction", "activate"), ("workflowTargetRegion", "us-east-1"));

        Assert.Contains(
            "workflowTargetRegion is \"us-east-1\"", _cloud.RefusalOf(Plan, "orders", ("regions", List(West, Central)), ("workflows", List(workflow))),
            StringComparison.Ordinal);
    }

    private string Declare(string name, params object[] workflows) => (string)_cloud
        .Create(Plan, name, ("name", name), ("regions", List(West, Central)), ("primaryRegion", West), ("workflows", List(workflows)))
        .Outputs["arn"];

    private async Task<ImmutableArray<IReadOnlyDictionary<string, object>>> HealthChecks(string plan) => ChecksOf(await Call(plan));

    private async Task<IReadOnlyDictionary<string, object>> Call(string plan) =>
        (IReadOnlyDictionary<string, object>)await _cloud.Cloud.CallAsync(new MockCallArgs
        {
            Token = Function,
            Args = Map(("planArn", plan)),
            Provider = "urn:pulumi:dev::drinfra::pulumi:pulumi:Stack$pulumi:providers:aws::central::some-id",
        });

    private static ImmutableArray<IReadOnlyDictionary<string, object>> ChecksOf(IReadOnlyDictionary<string, object> answer) =>
        [.. ((ImmutableArray<object>)answer["healthChecks"]).Cast<IReadOnlyDictionary<string, object>>()];

    private static (string Zone, string Name, string Region) Place(IReadOnlyDictionary<string, object> check) =>
        ((string)check["hostedZoneId"], (string)check["recordName"], (string)check["region"]);

    private static ImmutableDictionary<string, object> Workflow(params object[] steps) =>
        Map(("workflowTargetAction", "activate"), ("steps", List(steps)));

    private static ImmutableDictionary<string, object> Step(object routing) =>
        Map(("name", "route"), ("executionBlockType", "Route53HealthCheck"), ("route53HealthCheckConfigs", List(routing)));

    private static ImmutableDictionary<string, object> Routing(string zone, string record, params string[] regions)
    {
        var config = Map(("hostedZoneId", zone), ("recordName", record));
        return regions.Length == 0
            ? config
            : config.Add("recordSets", List([.. regions.Select(object (region) => Map(("recordSetIdentifier", $"in-{region}"), ("region", region)))]));
    }
}
