using System.Text.Json.Nodes;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Settings;
using DrInfra.Tests.Policies.Services;

namespace DrInfra.Tests.Policies.Assessment;

public class PodCapacityTests
{
    private const string Step = "workflows/0/steps/0/eksResourceScalingConfigs/0/";

    private const string Apart =
        """{ "podAntiAffinity": { "requiredDuringSchedulingIgnoredDuringExecution": [{ "labelSelector": {}, "topologyKey": """;

    private const string NoPods =
        """{ "podAntiAffinity": { "requiredDuringSchedulingIgnoredDuringExecution": [{ "topologyKey": "topology.kubernetes.io/zone" }] } }""";

    // Reaction to the load, launch, clients.
    private static readonly double ByLoad = Seconds(minutes: 3 + 5 + 1);

    // People notice it and decide; then the step runs, and clients reconnect.
    private static readonly double ByStep = Seconds(minutes: 60 + 15 + 5 + 1);

    private static readonly RecoverySettings LeftIsKnown =
        With("{ id: region-switch-percent-of-region-left, value: yes, why: drill, owner: o, reviewed: 2026-11-01 }");

    [Fact]
    public void StandbyOfFullSize_NeedsNothing() => Assert.Equal(Seconds(minutes: 1), Rto(ClusterGraph.Build(standing: 9)).Worst);

    [Fact]
    public void StepOfAPlan_CountsByTheWorseOfItsTwoReadings()
    {
        var rto = Region(ClusterGraph.Build());

        Assert.Equal(ByLoad, rto.Figure.Worst);
        Assert.Equal(
            ["rs-eks-percent-of-region-entered", "rs-eks-percent-of-region-left", "rs-eks-ungraceful"],
            rto.Leaves().SelectMany(leaf => leaf.Sources).Select(source => source.Reference)
                .Where(reference => reference.StartsWith("rs-eks", StringComparison.Ordinal)).Distinct().Order());
    }

    [Fact]
    public void StepWhoseReadingTheOperatorKnows_RaisesToTheRegionThatIsLeft()
    {
        Assert.True(Rto(OnlyByStep()).IsUnbounded);

        var rto = Region(OnlyByStep(), LeftIsKnown);

        Assert.Equal(ByStep, rto.Figure.Worst);
        Assert.Contains(rto.Leaves().SelectMany(leaf => leaf.Sources), source => source.Reference == "region-switch-percent-of-region-left");
    }

    [Theory]
    [InlineData(100, false)]
    [InlineData(99, true)]
    public void StepThatRaisesToLessThanIsNeeded_DoesNotDo(int percent, bool unbounded) => Assert.Equal(
        unbounded, Region(percent == 100 ? OnlyByStep() : OnlyByStep().With("plan-orders", Step + "targetPercent", percent), LeftIsKnown).Figure.IsUnbounded);

    [Theory]
    [InlineData("scaler-eu-central-1", "spec/maxReplicas", "8")]
    [InlineData("quota-eu-central-1", "spec/hard/pods", "\"8\"")]
    [InlineData("quota-eu-central-1", "spec/hard/requests.cpu", "\"4\"")]
    [InlineData("quota-eu-central-1", "spec/hard/requests.memory", "\"8Gi\"")]
    [InlineData("pool-eu-central-1", "spec/limits/cpu", "\"4\"")]
    [InlineData("pool-eu-central-1", "spec/limits/memory", "\"8Gi\"")]
    [InlineData("serving-eu-central-1", "spec/replicas", "0")]
    [InlineData("scaler-eu-central-1", "spec/scaleTargetRef/name", "\"other\"")]
    [InlineData("scaler-eu-central-1", "metadata/namespace", "\"other\"")]
    [InlineData("serving-eu-central-1", "spec/template/spec/affinity", Apart + "\"topology.kubernetes.io/zone\" }] } }")]
    [InlineData("serving-eu-central-1", "spec/template/spec/affinity", Apart + "\"topology.kubernetes.io/region\" }] } }")]
    public void WhatHoldsFewerThanAreNeeded_NeverGetsThere(string name, string path, string value) =>
        Assert.True(Rto(ClusterGraph.Build().With(name, path, JsonNode.Parse(value))).IsUnbounded);

    [Theory]
    [InlineData("scaler-eu-central-1", "spec/maxReplicas", "9")]
    [InlineData("quota-eu-central-1", "spec/hard/pods", "\"9\"")]
    [InlineData("quota-eu-central-1", "spec/hard/requests.cpu", "\"4.5\"")]
    [InlineData("pool-eu-central-1", "spec/limits/cpu", "\"4500m\"")]
    [InlineData("serving-eu-central-1", "spec/template/spec/affinity", Apart + "\"kubernetes.io/hostname\" }] } }")]
    [InlineData("serving-eu-central-1", "spec/template/spec/affinity", NoPods)]
    public void WhatHoldsJustAsManyAsAreNeeded_Will(string name, string path, string value) =>
        Assert.Equal(ByLoad, Rto(ClusterGraph.Build().With(name, path, JsonNode.Parse(value))).Worst);

    // Of nine pods three stand.
    [Theory]
    [InlineData("""{ "policies": [{ "type": "Pods", "value": 6, "periodSeconds": 600 }] }""", 0)]
    [InlineData("""{ "policies": [{ "type": "Pods", "value": 3, "periodSeconds": 600 }] }""", 600)]
    [InlineData("""{ "policies": [{ "type": "Pods", "value": 2, "periodSeconds": 600 }] }""", 1200)]
    [InlineData("""{ "policies": [{ "type": "Percent", "value": 100, "periodSeconds": 600 }] }""", 600)]
    [InlineData("""{ "policies": [{ "type": "Percent", "value": 200, "periodSeconds": 600 }] }""", 0)]
    [InlineData(
        """{ "policies": [{ "type": "Pods", "value": 2, "periodSeconds": 600 }, { "type": "Percent", "value": 100, "periodSeconds": 60 }] }""", 60)]
    [InlineData(
        """
        { "selectPolicy": "Min",
          "policies": [{ "type": "Pods", "value": 2, "periodSeconds": 600 }, { "type": "Percent", "value": 100, "periodSeconds": 60 }] }
        """,
        1260)]
    [InlineData("""{ "stabilizationWindowSeconds": 300 }""", 300)]
    public void AutoscalerThatAddsAFewAtATime_TakesItsTime(string scaleUp, double seconds) => Assert.Equal(
        ByLoad + seconds, Rto(ClusterGraph.Build().With("scaler-eu-central-1", "spec/behavior", JsonNode.Parse($$"""{ "scaleUp": {{scaleUp}} }"""))).Worst);

    [Theory]
    [InlineData("""{ "policies": [{ "type": "Percent", "value": 0, "periodSeconds": 600 }] }""", false)]
    [InlineData("""{ "policies": "?" }""", true)]
    [InlineData("""{ "policies": [{ "type": "Pods", "value": "?", "periodSeconds": 600 }] }""", true)]
    public void AutoscalerThatAddsNone_OrNobodyKnowsHowMany_IsNotBounded(string scaleUp, bool unknown)
    {
        var rto = Rto(ClusterGraph.Build().With("scaler-eu-central-1", "spec/behavior", JsonNode.Parse($$"""{ "scaleUp": {{scaleUp}} }""")));

        Assert.Equal((unknown, !unknown), (rto.IsUnknown, rto.IsUnbounded));
    }

    [Theory]
    [InlineData("metadata", """{ "labels": { "team": "orders" } }""", false)]
    [InlineData("metadata", """{ "labels": { "team": "?" } }""", false)]
    [InlineData("metadata", """{ "labels": { "team": "others" } }""", true)]
    [InlineData("metadata", """{ "labels": { "other": "orders" } }""", true)]
    [InlineData("spec/requirements", """[{ "key": "team", "operator": "In", "values": ["orders"] }]""", false)]
    public void LabelThatPodsSelect_AndNoDeclaredNodesHave_IsUnknown(string path, string value, bool unknown)
    {
        var graph = ClusterGraph.Build().With("pool-eu-central-1", $"spec/template/{path}", JsonNode.Parse(value)).With(
            "serving-eu-central-1", "spec/template/spec/nodeSelector", JsonNode.Parse("""{ "team": "orders", "kubernetes.io/arch": "arm64" }"""));

        Assert.Equal(unknown, Rto(graph).IsUnknown);
        Assert.Equal(unknown, Rto(graph).Worst != ByLoad);
    }

    [Theory]
    [InlineData("plan-orders", Step + "ungracefuls", null)]
    [InlineData("plan-orders", Step + "eksClusters/1", null)]
    [InlineData("plan-orders", Step + "scalingResources/0/resources/1", null)]
    [InlineData("plan-orders", Step + "scalingResources/0/resources/1/hpaName", null)]
    [InlineData("plan-orders", Step + "scalingResources/0/resources/1/hpaName", "\"other\"")]
    [InlineData("plan-orders", Step + "scalingResources/0/resources/1/namespace", "\"other\"")]
    [InlineData("cluster-eu-central-1", "accessConfig/authenticationMode", "\"CONFIG_MAP\"")]
    [InlineData("access-eu-central-1", "accessScope/namespaces", """["other"]""")]
    [InlineData("access-eu-central-1", "policyArn", "\"arn:aws:eks::aws:cluster-access-policy/AmazonEKSViewPolicy\"")]
    [InlineData("entry-eu-central-1", "principalArn", "\"arn:aws:iam::111122223333:role/other\"")]
    public void StepThatCannotScaleThePods_DoesNotCount(string name, string path, string? value) => Assert.True(
        Region(OnlyByStep().With(name, path, value is null ? null : JsonNode.Parse(value)), LeftIsKnown).Figure.IsUnbounded);

    [Theory]
    [InlineData("cluster-eu-central-1", "vpcConfig/endpointPublicAccess", "false")]
    [InlineData("cluster-eu-central-1", "accessConfig/authenticationMode", "\"?\"")]
    [InlineData("access-eu-central-1", "accessScope/namespaces", """["?"]""")]
    [InlineData("plan-orders", Step + "ungracefuls", "\"?\"")]
    public void StepThatMayNotReachThePods_IsUnknown(string name, string path, string value) =>
        Assert.True(Region(OnlyByStep().With(name, path, JsonNode.Parse(value)), LeftIsKnown).Figure.IsUnknown);

    [Theory]
    [InlineData("access-eu-central-1", "accessScope", """{ "type": "cluster" }""")]
    [InlineData("access-eu-central-1", "accessScope/namespaces", """["ord*"]""")]
    [InlineData("access-eu-central-1", "policyArn", "\"arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy\"")]
    public void StepWhoseRoleMayScaleInOtherWays_Counts(string name, string path, string value) =>
        Assert.Equal(ByStep, Region(OnlyByStep().With(name, path, JsonNode.Parse(value)), LeftIsKnown).Figure.Worst);

    [Fact]
    public void AutoscalerWithoutMetrics_StandsStill() =>
        Assert.True(Rto(ClusterGraph.Build().Without("plan-orders").With("metrics-eu-central-1", "addonName", "coredns")).IsUnbounded);

    [Fact]
    public void AutoscalerOfAClusterWithoutAddOns_MayHaveMetrics() => Assert.True(Rto(ClusterGraph.Build().Without("metrics-eu-central-1")).IsUnknown);

    [Fact]
    public void MetricsServerOfAChart_CountsToo() => Assert.Equal(
        ByLoad,
        Rto(ClusterGraph.Build().With("metrics-eu-central-1", "addonName", "coredns")
            .InCluster("kubernetes:helm.sh/v3:Release", "release", """{ "chart": "metrics-server", "namespace": "kube-system" }""")).Worst);

    [Theory]
    [InlineData("targets-eu-central-1", "tags", null)]
    [InlineData("targets-eu-central-1", "targetType", "\"instance\"")]
    [InlineData("targets-eu-central-1", "vpcId", "\"vpc-eu-west-1\"")]
    public void PodsThatNoLoadBalancerSendsTo_NeverServe(string name, string path, string? value) =>
        Assert.True(Rto(ClusterGraph.Build().With(name, path, value is null ? null : JsonNode.Parse(value))).IsUnbounded);

    [Theory]
    [InlineData("""["eu-west-1a"]""", true)]
    [InlineData("""["eu-west-1a", "eu-west-1b"]""", false)]
    public void PodsWhoseNodesAreInOneZone_AreGoneWithIt(string zones, bool unbounded) => Assert.Equal(
        unbounded,
        ClusterGraph.Build().With("pool-eu-west-1", "spec/template/spec/requirements/0/values", JsonNode.Parse(zones))
            .Outcome(Disruption.Zone).Rto.Figure.IsUnbounded);

    // An autoscaler takes an idle standby down to its minimum, whatever was deployed.
    [Fact]
    public void ReplicasOfAnAutoscaledDeployment_DoNotStand() =>
        Assert.Equal(ByLoad, Rto(ClusterGraph.Build().With("serving-eu-central-1", "spec/replicas", 9)).Worst);

    [Fact]
    public void ReplicasOfADeploymentWhoseAutoscalerStandsStill_DoStand() =>
        Assert.Equal(Seconds(minutes: 1), Rto(OnlyByStep().With("serving-eu-central-1", "spec/replicas", 9)).Worst);

    [Theory]
    [InlineData("cpu", true)]
    [InlineData("aws-sqs-queue", false)]
    public void ScaledObjectAtNone_StartsByWhatIsNotTheLoadOfPods(string trigger, bool unbounded) => Assert.Equal(
        unbounded,
        Rto(ClusterGraph.Build().Without("scaler-eu-central-1").InCluster("kubernetes:keda.sh/v1alpha1:ScaledObject", "scaled", $$"""
            { "metadata": { "namespace": "orders" }, "spec": { "maxReplicaCount": 12, "scaleTargetRef": { "name": "orders-serving" },
              "triggers": [{ "type": "{{trigger}}" }] } }
            """)).IsUnbounded);

    [Theory]
    [InlineData(1, false)]
    [InlineData(0, true)]
    public void AutoscalerAtNone_DoesNotScaleByLoad(int least, bool unbounded) =>
        Assert.Equal(unbounded, Rto(ClusterGraph.Build().With("scaler-eu-central-1", "spec/minReplicas", least)).IsUnbounded);

    [Fact]
    public void PlanThatSeveralWorkloadsShare_IsThatOfThePodsThatItScales() => Assert.Equal(
        ByStep, Region(OnlyByStep().With("plan-orders", "tags/dr:workload", "shared"), LeftIsKnown).Figure.Worst);

    // Nine pods of half a core, on servers whose size tells how many cores they have.
    [Theory]
    [InlineData("m7g.large", 3, false)]
    [InlineData("m7g.large", 2, true)]
    [InlineData("m7g.xlarge", 2, false)]
    [InlineData("m7g.xlarge", 1, true)]
    [InlineData("m7g.2xlarge", 1, false)]
    [InlineData("m7g.metal", 1, false)]
    public void NodeGroup_HoldsWhatItsServersHold(string type, int most, bool unbounded) => Assert.Equal(
        unbounded,
        Rto(ClusterGraph.Build().Without("pool-eu-central-1").With("cluster-eu-central-1", "computeConfig", null)
            .Add("aws:eks/nodeGroup:NodeGroup", "nodes", $$"""
                { "clusterName": "drinfra-main-cluster-eu-central-1", "subnetIds": ["subnet-eu-central-1-a", "subnet-eu-central-1-b"],
                  "instanceTypes": ["{{type}}"], "scalingConfig": { "minSize": 1, "maxSize": {{most}} } }
                """, ClusterGraph.Standby)).IsUnbounded);

    // Twenty pods fit into the namespace, of which nine serve. What nobody starts is no matter of the room: it is another workload's.
    [Theory]
    [InlineData("beacon", "shared", "11", false)]
    [InlineData("beacon", "shared", "12", true)]
    [InlineData("load", "orders", "11", true)]
    public void PodsThatFollowTheBeacon_AreNoServersAndTakeTheirRoom(string follows, string workload, string replicas, bool unbounded)
    {
        var rto = Rto(ClusterGraph.Build().InCluster(ClusterGraph.Deployment, "jobs", $$"""
            { "metadata": { "name": "jobs", "namespace": "orders", "labels": { "dr.drinfra.io/follows": "{{follows}}" },
                "annotations": { "dr.drinfra.io/replicas": "{{replicas}}" } }, "tags": { "dr:workload": "{{workload}}" },
              "spec": { "replicas": 0, "template": { "spec": { "containers": [{ "name": "jobs" }] } } } }
            """));

        Assert.Equal(unbounded, rto.IsUnbounded);
        Assert.Equal(unbounded, rto.Worst != ByLoad);
    }

    // What a text says, clients do not wait for.
    [Theory]
    [InlineData("TXT", true)]
    [InlineData("CNAME", false)]
    public void StepThatTurnsTexts_TakesNoTimeOfClients(string type, bool none)
    {
        var steps = JsonNode.Parse("""
            [{ "name": "tell", "executionBlockType": "Route53HealthCheck", "route53HealthCheckConfigs": [{ "hostedZoneId": "Z1",
               "recordName": "active.orders.example.com", "timeoutMinutes": 5 }] }]
            """);
        var graph = ClusterGraph.Build(standing: 9).With("plan-orders", "workflows/0/steps", steps)
            .Add("aws:route53/record:Record", "active", $$"""{ "name": "active.orders.example.com.", "type": "{{type}}" }""");

        Assert.Equal(none, Rto(graph).Worst == Seconds(minutes: 1));
    }

    [Fact]
    public void LossOfANode_IsRoutineInAutoMode() => Assert.Contains(
        ClusterGraph.Build().Outcome(Disruption.Instance).Rto.Leaves().SelectMany(leaf => leaf.Sources),
        source => source.Reference == "eks-auto-node-lifetime");

    // An autoscaler without metrics raises nothing.
    private static TestGraph OnlyByStep() => ClusterGraph.Build().With("metrics-eu-central-1", "addonName", "coredns");

    private static double Seconds(int minutes) => minutes * 60;

    private static Derivation Region(TestGraph graph, RecoverySettings? settings = null) => graph.Outcome(Disruption.Region, settings).Rto;

    private static Figure Rto(TestGraph graph) => Region(graph).Figure;

    private static RecoverySettings With(string assumption) => RecoverySettingsFile.Parse(
        string.Join('\n', ["assumptions:", .. new[] { ("client-reconnect", "1m"), ("capacity", "5m"), ("scaling-by-load", "3m"), ("detect-by-people", "1h") }
            .Select(pair => $"  - {{ id: {pair.Item1}, value: {pair.Item2}, why: test, owner: test, reviewed: 2026-11-01 }}"), $"  - {assumption}"]),
        "recovery.yaml");
}
