using System.Text.Json.Nodes;
using DrInfra.Policies.Rules;
using DrInfra.Policies.Rules.Access;
using DrInfra.Policies.Rules.Containers;
using DrInfra.Policies.Rules.Detection;
using DrInfra.Policies.Rules.Network;
using DrInfra.Tests.Policies.Services;

namespace DrInfra.Tests.Policies.Rules.Containers;

/// <summary>Rules over a workload whose pods run in a cluster in each Region: sound, and with one thing taken away at a time.</summary>
public class ClusterRulesTests
{
    private const string Step = "workflows/0/steps/0/eksResourceScalingConfigs/0/";

    public static TheoryData<Rule> Rules =>
    [
        new PodAutoscalerCanScaleUp(), new PodsCanReachTheNeededNumber(), new TargetGroupBindingRegistersPods(), new PodsHaveAReadinessGate(),
        new NetworkPoliciesAreEnforced(), new NodesSpanZones(), new NodesAreNotOnlySpot(), new CapacityReservationIsUsed(), new EksClusterUsesAccessEntries(),
        new EksClusterHasDeletionProtection(), new EksClusterExportsItsLogs(), new EksEndpointIsRestricted(), new EksClusterEncryptsSecrets(),
        new PodsHaveADisruptionBudget(), new DisruptionBudgetAllowsDrain(), new PodScalingKeepsTwo(), new PlanCanScaleItsPods(),
        new PlanScalesThePodsOfItsWorkload(), new RegionSwitchPlansFitTheQuota(), new PlanStepsAreComplete(), new StandbyIsLikePrimary(),
    ];

    [Theory]
    [MemberData(nameof(Rules))]
    public void SoundClusters_AreCompliant(Rule rule)
    {
        Assert.Empty(ClusterGraph.Build().Violations(rule));
        Assert.Empty(ClusterGraph.Build().Unknown(rule));
    }

    [Theory]
    [InlineData(
        "serving-eu-central-1", "spec/template/spec/priorityClassName", "low",
        "serving-eu-central-1: it differs from its counterpart in eu-west-1: spec.template.spec.priorityClassName is low, but nothing there")]
    [InlineData(
        "space-eu-central-1", "metadata/labels/team", "x",
        "space-eu-central-1: it differs from its counterpart in eu-west-1: metadata.labels.team is x, but nothing there")]
    public void ObjectThatDiffersInTheStandbysCluster_IsAViolation(string name, string path, string value, string violation) =>
        Assert.Equal([violation], ClusterGraph.Build().With(name, path, value).Violations(new StandbyIsLikePrimary()));

    [Fact]
    public void ObjectThatTheStandbysClusterLacks_IsAViolation() => Assert.Equal(
        ["quota-eu-west-1: it has no counterpart in eu-central-1, but its component is there"],
        ClusterGraph.Build().Without("quota-eu-central-1").Violations(new StandbyIsLikePrimary()));

    [Fact]
    public void ScalingStepTakenAway_IsAViolation() => Assert.Equal(
        [
            "plan-orders: no step scales serving-eu-central-1, so its pods wait for the load",
            "plan-orders: no step scales serving-eu-west-1, so its pods wait for the load",
        ],
        ClusterGraph.Build().With("plan-orders", "workflows/0/steps/0", null).Violations(new PlanScalesThePodsOfItsWorkload()).Order());

    [Theory]
    [InlineData("entry-eu-central-1", "cluster-eu-central-1: cluster cluster-eu-central-1 has no access entry for the role of plan-orders")]
    [InlineData("access-eu-central-1", "entry-eu-central-1: access entry entry-eu-central-1 has no access policy that may scale pods")]
    public void AccessOfThePlanTakenAway_IsAViolation(string name, string violation) =>
        Assert.Equal([violation], ClusterGraph.Build().Without(name).Violations(new PlanCanScaleItsPods()));

    [Theory]
    [InlineData(Step + "ungracefuls", null, "step pods states no ungraceful setting, by which it runs while the other Region does not respond")]
    [InlineData(Step + "eksClusters/1", null, "step pods names 1 cluster, one in each Region needed")]
    [InlineData(
        Step + "scalingResources/0/resources/1/hpaName", null, "step pods does not name autoscaler scaler-eu-central-1, which removes the new pods again")]
    [InlineData(
        Step + "scalingResources/0/resources/1/hpaName", "\"other\"", "step pods names autoscaler other, which does not scale serving-eu-central-1")]
    [InlineData(Step + "scalingResources/0/namespace", "\"other\"", "step pods lists a resource of namespace orders under other")]
    [InlineData(Step + "kubernetesResourceTypes/0/apiVersion", "\"apps/v2\"", "step pods scales apps/v2 Deployment, which serving-eu-central-1 is not")]
    [InlineData(Step + "kubernetesResourceTypes", null, "step pods scales nothing nothing, which serving-eu-central-1 is not")]
    [InlineData(Step + "targetPercent", "99", "step pods scales orders-serving to 99 % of the other Region")]
    [InlineData(Step + "ungracefuls/0/minimumSuccessPercentage", "0", "minimumSuccessPercentage of step pods is 0, 1 to 99 needed")]
    public void StepThatDoesNotScale_IsAViolation(string path, string? value, string message) => Assert.Contains(
        $"plan-orders: {message}",
        ClusterGraph.Build().With("plan-orders", path, value is null ? null : JsonNode.Parse(value)).Violations(new PlanCanScaleItsPods()));

    [Fact]
    public void PlanOfPodsThatNoStackDeclares_IsUnknownInAStackOnItsOwn()
    {
        var graph = ClusterGraph.Build().With("plan-orders", Step + "scalingResources/0/resources/1/name", "gone");

        Assert.Empty(graph.Violations(new PlanCanScaleItsPods()));
        Assert.Equal(
            ["plan-orders: workflows[0].steps[0].eksResourceScalingConfigs[0].scalingResources[0].resources[1]"], graph.Unknown(new PlanCanScaleItsPods()));
    }

    [Fact]
    public void PlanOfAPrivateCluster_IsUnknown() => Assert.Equal(
        ["cluster-eu-central-1: vpcConfig.endpointPublicAccess"],
        ClusterGraph.Build().With("cluster-eu-central-1", "vpcConfig/endpointPublicAccess", false).Unknown(new PlanCanScaleItsPods()));

    [Theory]
    [InlineData(10, false)]
    [InlineData(11, true)]
    public void PlansBeyondTheQuota_AreAViolation(int count, bool violates)
    {
        var graph = Enumerable.Range(0, count).Aggregate(new TestGraph(), (graph, number) => graph.Add(ClusterGraph.Plan, $"plan-{number:00}"));

        Assert.Equal(
            violates ? ["plan-10: the stacks declare 11 plans, the account has a quota of 10"] : [], graph.Violations(new RegionSwitchPlansFitTheQuota()));
    }

    [Fact]
    public void RoleThatMayNotLookAtTheClusters_CannotRunItsPlan() => Assert.Contains(
        ClusterGraph.Build().Violations(new RegionSwitchRoleCanRunItsPlan()),
        violation => violation.Contains("eks:DescribeCluster", StringComparison.Ordinal));

    [Theory]
    [InlineData(null, "not set")]
    [InlineData("""{ "eks:eks-cluster-name": "other" }""", "other")]
    public void TargetGroupWithoutTheTagOfItsCluster_IsAViolation(string? tags, string tag) => Assert.Equal(
        [
            $"targets-eu-central-1: tag eks:eks-cluster-name of targets-eu-central-1 is {tag}, so EKS Auto Mode of cluster "
                + "drinfra-main-cluster-eu-central-1 does not register pods",
        ],
        ClusterGraph.Build().With("targets-eu-central-1", "tags", tags is null ? null : JsonNode.Parse(tags))
            .Violations(new TargetGroupBindingRegistersPods()));

    [Theory]
    [InlineData(
        "targets-eu-central-1", "targetType", "instance",
        "targets-eu-central-1: targetType of targets-eu-central-1 is instance, but EKS Auto Mode registers pods by ip")]
    [InlineData(
        "targets-eu-central-1", "vpcId", "vpc-eu-west-1",
        "targets-eu-central-1: targets-eu-central-1 is in network vpc-eu-west-1, cluster drinfra-main-cluster-eu-central-1 in vpc-eu-central-1")]
    [InlineData(
        "binding-eu-central-1", "spec/serviceRef/port", "80",
        "binding-eu-central-1: the Service service-eu-central-1 of binding-eu-central-1 has no port 80")]
    [InlineData("binding-eu-central-1", "spec/serviceRef/name", "gone", "binding-eu-central-1: no Service gone is declared in orders")]
    public void BindingThatRegistersNothing_IsAViolation(string name, string path, string value, string violation) =>
        Assert.Equal([violation], ClusterGraph.Build().With(name, path, value).Violations(new TargetGroupBindingRegistersPods()));

    [Fact]
    public void TargetGroupWithUnknownTags_IsUnknown() => Assert.Equal(
        ["targets-eu-central-1: tags"], ClusterGraph.Build().With("targets-eu-central-1", "tags", "?").Unknown(new TargetGroupBindingRegistersPods()));

    [Fact]
    public void NamespaceWithoutTheLabelOfTheGate_IsAViolation()
    {
        Assert.Equal(
            ["serving-eu-central-1: its pods count as ready before the load balancer sends to them: they have no readiness gate"],
            ClusterGraph.Build().With("space-eu-central-1", "metadata/labels", null).Violations(new PodsHaveAReadinessGate()));
        Assert.Equal(
            ["serving-eu-central-1: metadata.namespace"],
            ClusterGraph.Build().With("space-eu-central-1", "metadata/labels", "?").Unknown(new PodsHaveAReadinessGate()));
    }

    [Fact]
    public void NetworkPolicyWithoutTheSwitch_IsAViolation()
    {
        const string Message = "deny-eu-central-1: EKS Auto Mode of cluster drinfra-main-cluster-eu-central-1 does not enforce network policies: "
            + "ConfigMap amazon-vpc-cni does not set enable-network-policy-controller";

        Assert.Equal([Message], ClusterGraph.Build().Without("network-policy-eu-central-1").Violations(new NetworkPoliciesAreEnforced()));
        Assert.Equal(
            [Message],
            ClusterGraph.Build().With("network-policy-eu-central-1", "data/enable-network-policy-controller", "false")
                .Violations(new NetworkPoliciesAreEnforced()));
        Assert.Equal(
            ["deny-eu-central-1: spec"],
            ClusterGraph.Build().With("network-policy-eu-central-1", "data/enable-network-policy-controller", "?").Unknown(new NetworkPoliciesAreEnforced()));
    }

    [Theory]
    [InlineData("{}", true)]
    [InlineData("""{ "configurationValues": "{\"enableNetworkPolicy\":\"true\"}" }""", false)]
    public void ClusterOutsideOfAutoMode_EnforcesThemByItsAddOn(string values, bool violates)
    {
        var addon = JsonNode.Parse(values)!.AsObject();
        addon["clusterName"] = "drinfra-main-cluster-eu-central-1";
        addon["addonName"] = "vpc-cni";
        var graph = ClusterGraph.Build().With("cluster-eu-central-1", "computeConfig", null)
            .Add(ClusterGraph.Addon, "network", addon.ToJsonString(), ClusterGraph.Standby);

        Assert.Equal(
            violates ? ["network: add-on vpc-cni of cluster drinfra-main-cluster-eu-central-1 does not set enableNetworkPolicy"] : [],
            graph.Violations(new NetworkPoliciesAreEnforced()));
    }

    [Theory]
    [InlineData("""["eu-central-1a", "eu-central-1b"]""", "it makes no nodes in eu-central-1c, where its cluster has subnets")]
    [InlineData("""["eu-central-1a"]""", "its nodes are in 1 zone, two needed")]
    public void NodePoolThatLeavesOutAZone_IsAViolation(string zones, string message) => Assert.Equal(
        [$"pool-eu-central-1: {message}"],
        ClusterGraph.Build().With("pool-eu-central-1", "spec/template/spec/requirements/0/values", JsonNode.Parse(zones)).Violations(new NodesSpanZones()));

    [Theory]
    [InlineData("""["spot"]""", new[] { "serving-eu-central-1: its pods run on Spot capacity alone: pool-eu-central-1" })]
    [InlineData("""["spot", "on-demand"]""", new string[0])]
    public void PodsOnSpotCapacityAlone_AreAViolation(string types, string[] violations) => Assert.Equal(
        violations,
        ClusterGraph.Build().With("pool-eu-central-1", "spec/template/spec/requirements", JsonNode.Parse(
            $$"""[{ "key": "karpenter.sh/capacity-type", "operator": "In", "values": {{types}} }]""")).Violations(new NodesAreNotOnlySpot()));

    [Fact]
    public void NodePoolOfUnknownZones_IsUnknown() => Assert.Equal(
        ["pool-eu-central-1: spec.template.spec.requirements[0].values"],
        ClusterGraph.Build().With("pool-eu-central-1", "spec/template/spec/requirements/0/values", JsonNode.Parse("""["?", "?"]"""))
            .Unknown(new NodesSpanZones()));

    [Fact]
    public void BudgetTakenAway_IsAViolation() => Assert.Equal(
        ["serving-eu-central-1: no PodDisruptionBudget selects its pods"],
        ClusterGraph.Build().Without("budget-eu-central-1").Violations(new PodsHaveADisruptionBudget()));

    [Theory]
    [InlineData("scaler-eu-central-1", "spec/maxReplicas", "8", "scaler-eu-central-1: it scales to 8 pods, the workload needs 9")]
    [InlineData(
        "quota-eu-central-1", "spec/hard/pods", "\"11\"",
        "quota-eu-central-1: quota-eu-central-1 allows pods 11, but 12 pods of serving-eu-central-1 need 12")]
    [InlineData(
        "quota-eu-central-1", "spec/hard/requests.cpu", "\"5900m\"",
        "quota-eu-central-1: quota-eu-central-1 allows requests.cpu 5900m, but 12 pods of serving-eu-central-1 need 6")]
    [InlineData(
        "pool-eu-central-1", "spec/limits/cpu", "\"5\"",
        "pool-eu-central-1: its nodes (pool-eu-central-1) have at most 5 cores of cpu, "
            + "but 12 pods of serving-eu-central-1 and the others of the cluster request 6")]
    public void WhatHoldsTooFewPods_IsAViolation(string name, string path, string value, string violation) =>
        Assert.Equal([violation], ClusterGraph.Build().With(name, path, JsonNode.Parse(value)).Violations(new PodsCanReachTheNeededNumber()));

    [Fact]
    public void QuotaOfWhatPodsDoNotState_RefusesThem() => Assert.Equal(
        ["quota-eu-central-1: quota-eu-central-1 refuses pods that state no limits.cpu, as container orders of serving-eu-central-1 does"],
        ClusterGraph.Build().With("quota-eu-central-1", "spec/hard/limits.cpu", "100").Violations(new PodsCanReachTheNeededNumber()));

    [Fact]
    public void QuotaThatIsUnknown_IsUnknown() => Assert.Equal(
        ["quota-eu-central-1: spec.hard.pods"],
        ClusterGraph.Build().With("quota-eu-central-1", "spec/hard/pods", "?").Unknown(new PodsCanReachTheNeededNumber()));

    [Theory]
    [InlineData(
        """{ "instanceMatchCriteria": "targeted", "tags": { "for": "serving" } }""",
        "reserved: no node class in eu-central-1 takes it: it is paid for and not used")]
    [InlineData("""{ "instanceMatchCriteria": "open" }""", null)]
    public void ReservationThatNoNodeClassTakes_IsAViolation(string inputs, string? violation) => Assert.Equal(
        violation is null ? [] : [violation],
        ClusterGraph.Build().Add(ClusterGraph.Reservation, "reserved", inputs, ClusterGraph.Standby).Violations(new CapacityReservationIsUsed()));

    [Theory]
    [InlineData("""["on-demand", "reserved"]""", null)]
    [InlineData("""["on-demand"]""", "pool-eu-central-1: capacity types of pool-eu-central-1 lack reserved, so reservation reserved is not used")]
    public void ReservationThatANodeClassTakes_NeedsAPoolThatMay(string types, string? violation) => Assert.Equal(
        violation is null ? [] : [violation],
        ClusterGraph.Build()
            .With("class-eu-central-1", "spec/capacityReservationSelectorTerms", JsonNode.Parse("""[{ "tags": { "for": "serving" } }]"""))
            .With("pool-eu-central-1", "spec/template/spec/requirements", JsonNode.Parse(
                $$"""[{ "key": "karpenter.sh/capacity-type", "operator": "In", "values": {{types}} }]"""))
            .Add(ClusterGraph.Reservation, "reserved", """{ "instanceMatchCriteria": "targeted", "tags": { "for": "serving" } }""", ClusterGraph.Standby)
            .Violations(new CapacityReservationIsUsed()));

    [Fact]
    public void ReservationOfUnknownId_IsTakenByTheClassThatWasMadeFromIt()
    {
        var graph = () => ClusterGraph.Build().Add(ClusterGraph.Reservation, "reserved", """{ "instanceMatchCriteria": "targeted" }""", ClusterGraph.Standby);
        TestGraph Class(string terms, params (string, string, string)[] dependencies) => graph().Without("class-eu-central-1").Add(
            "kubernetes:eks.amazonaws.com/v1:NodeClass", "class",
            $$"""{ "metadata": { "name": "serving" }, "spec": { "capacityReservationSelectorTerms": {{terms}} } }""",
            ClusterGraph.Standby,
            options: resource =>
                resource["provider"] = $"{TestGraph.Urn("pulumi:providers:kubernetes", "kubernetes-eu-central-1")}::kubernetes-eu-central-1",
            dependencies: dependencies);

        Assert.Empty(Class("""[{ "id": "?" }]""", ("spec", ClusterGraph.Reservation, "reserved")).Unknown(new CapacityReservationIsUsed()));
        Assert.Equal(["class: spec.capacityReservationSelectorTerms"], Class("""[{ "id": "?" }]""").Unknown(new CapacityReservationIsUsed()));
        Assert.Equal(
            ["reserved: no node class in eu-central-1 takes it: it is paid for and not used"],
            Class("[]", ("spec", ClusterGraph.Reservation, "reserved")).Violations(new CapacityReservationIsUsed()));
    }

    [Theory]
    [InlineData("""[{ "id": "cr-2" }]""", "reserved: no node class in eu-central-1 takes it: it is paid for and not used")]
    [InlineData("""[{ "id": "cr-1" }]""", null)]
    public void ReservationByItsId_IsTakenByTheClassThatNamesIt(string terms, string? violation) => Assert.Equal(
        violation is null ? [] : [violation],
        ClusterGraph.Build().With("class-eu-central-1", "spec/capacityReservationSelectorTerms", JsonNode.Parse(terms))
            .Add(ClusterGraph.Reservation, "reserved", """{ "instanceMatchCriteria": "open" }""", ClusterGraph.Standby, id: "cr-1")
            .Violations(new CapacityReservationIsUsed()));

    [Theory]
    [InlineData("""[{ "id": "cr-1" }]""", false)]
    [InlineData("""[{ "id": "cr-1" }, { "id": "cr-2" }]""", true)]
    [InlineData("""[{ "tags": { "for": "serving" } }]""", true)]
    public void ReservationThatANodeClassNames_IsUnknown_WhereNoneIsDeclared(string terms, bool unknown) => Assert.Equal(
        unknown,
        ClusterGraph.Build().With("class-eu-central-1", "spec/capacityReservationSelectorTerms", JsonNode.Parse(terms))
            .Add(ClusterGraph.Reservation, "reserved", """{ "instanceMatchCriteria": "targeted" }""", ClusterGraph.Standby, id: "cr-1")
            .Unknown(new CapacityReservationIsUsed()).Any(found => found.StartsWith("class-eu-central-1: spec.capacityReservation", StringComparison.Ordinal)));
}
