using DrInfra.Recovery;

namespace DrInfra.Tests.Policies.Assessment;

public class ServingRecoveryTests
{
    private const string Service = "aws:ecs/service:Service";
    private const string Scaler = "aws:appautoscaling/target:Target";
    private const string Deployment = "kubernetes:apps/v1:Deployment";

    [Theory]
    [InlineData(2, 60)]
    [InlineData(1, 300 + 60)]
    public void Tasks_CarryOnWhereThereAreTwo(int count, double worst) =>
        Assert.Equal(worst, Tasks(count, 2).Outcome(Disruption.Instance).Rto.Figure.Worst);

    [Theory]
    [InlineData(3, false)]
    [InlineData(1, true)]
    public void StandbyTasks_AreRaisedOnlyWhereSomethingRaisesThem(int standing, bool unbounded) =>
        Assert.Equal(unbounded, Tasks(3, standing).Outcome(Disruption.Region).Rto.Figure.IsUnbounded);

    [Theory]
    [InlineData(6, false)]
    [InlineData(2, true)]
    public void StandbyTasks_GrowToTheLimitOfTheirScaler(int most, bool unbounded) => Assert.Equal(unbounded, Tasks(3, 1)
        .Add(
            Scaler, "scaler", $$"""{ "serviceNamespace": "ecs", "resourceId": "service/orders/api", "minCapacity": 1, "maxCapacity": {{most}} }""",
            "eu-central-1")
        .Outcome(Disruption.Region).Rto.Figure.IsUnbounded);

    // The load of servers is what a scaler follows: of none there is no load.
    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public void StandbyGroup_GrowsByLoadOnlyFromAServerThatStands(int standing, bool unbounded) => Assert.Equal(unbounded, Groups(standing)
        .Add("aws:autoscaling/policy:Policy", "by-load", """{ "autoscalingGroupName": "west", "policyType": "TargetTrackingScaling" }""", "eu-central-1")
        .Outcome(Disruption.Region).Rto.Figure.IsUnbounded);

    [Fact]
    public void StandbyGroup_ThatOnlyAFunctionRaises_IsNeverRaised()
    {
        // An ungraceful run skips functions.
        var raised = Groups(1).Add("aws:arcregionswitch/plan:Plan", "plan", """
            { "tags": { "dr:workload": "orders" }, "workflows": [{ "workflowTargetAction": "activate",
                  "steps": [{ "name": "raise", "executionBlockType": "CustomActionLambda",
              "customActionLambdaConfigs": [{ "timeoutMinutes": 5, "lambdas": [{ "arn": "arn:aws:lambda:eu-central-1:111122223333:function:raise" }] }] }] }] }
            """)
            .Add(
                "aws:lambda/function:Function", "raise", """{ "name": "raise" }""", "eu-central-1",
                outputs: """{ "arn": "arn:aws:lambda:eu-central-1:111122223333:function:raise" }""");

        Assert.True(raised.Outcome(Disruption.Region).Rto.Figure.IsUnbounded);
        Assert.Contains("neither a plan step that runs in a disaster nor a scaling policy scales it out", raised.Outcome(Disruption.Region).Because,
            StringComparison.Ordinal);
    }

    private static TestGraph Groups(int standing) => new TestGraph().Manifests()
        .Add("aws:autoscaling/group:Group", "home", """{ "name": "east", "minSize": 3, "maxSize": 6, "tags": [{ "key": "dr:workload", "value": "orders" }] }""")
        .Add(
            "aws:autoscaling/group:Group", "away",
            $$"""{ "name": "west", "minSize": {{standing}}, "maxSize": 6, "tags": [{ "key": "dr:workload", "value": "orders" }] }""", "eu-central-1");

    [Theory]
    [InlineData("""["s1"]""", true)]
    [InlineData("""["s1", "s2"]""", false)]
    public void TasksOfOneZone_AreGoneWithIt(string subnets, bool unbounded) =>
        Assert.Equal(unbounded, Tasks(3, 3, subnets).Outcome(Disruption.Zone).Rto.Figure.IsUnbounded);

    [Theory]
    [InlineData(2, 60)]
    [InlineData(1, 300 + 60)]
    public void Pods_CountByTheirReplicas(int replicas, double worst) => Assert.Equal(worst, new TestGraph().Manifests()
        .Add(Deployment, "api", $$"""{ "metadata": { "name": "api" }, "spec": { "replicas": {{replicas}} }, "tags": { "dr:workload": "orders" } }""")
        .Outcome(Disruption.Instance).Rto.Figure.Worst);

    private static TestGraph Tasks(int count, int standing, string subnets = """["s1", "s2"]""") => new TestGraph().Manifests()
        .Add(Service, "api", Inputs(count, subnets)).Add(Service, "api-standby", Inputs(standing, subnets), "eu-central-1");

    private static string Inputs(int count, string subnets) =>
        $$"""{ "name": "api", "desiredCount": {{count}}, "networkConfiguration": { "subnets": {{subnets}} }, "tags": { "dr:workload": "orders" } }""";
}
