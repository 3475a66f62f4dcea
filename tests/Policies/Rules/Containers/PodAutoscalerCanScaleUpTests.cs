using System.Text.Json.Nodes;
using DrInfra.Policies.Rules.Containers;
using DrInfra.Tests.Policies.Services;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class PodAutoscalerCanScaleUpTests
{
    private const string Containers = """
        [{ "name": "orders", "resources": { "requests": { "cpu": "500m", "memory": "1Gi" } } },
          { "name": "logs", "resources": { "requests": { "memory": "64Mi" } } }]
        """;

    private static readonly PodAutoscalerCanScaleUp Rule = new();

    private static readonly string NoRequest =
        "serving-eu-central-1: scaler-eu-central-1 cannot compute the utilization of cpu: container logs of serving-eu-central-1 requests none";

    [Fact]
    public void ContainerThatRequestsNothing_StopsAnAutoscalerByUtilization() =>
        Assert.Equal([NoRequest], WithSidecar().Without("limits-eu-central-1").Violations(Rule));

    [Fact]
    public void SidecarAmongTheInitContainers_CountsToo() => Assert.Equal(
        [NoRequest],
        ClusterGraph.Build().Without("limits-eu-central-1")
            .With("serving-eu-central-1", "spec/template/spec/initContainers", JsonNode.Parse("""[{ "name": "logs", "restartPolicy": "Always" }]"""))
            .Violations(Rule));

    [Fact]
    public void InitContainerThatEnds_DoesNot() => Assert.Empty(
        ClusterGraph.Build().Without("limits-eu-central-1")
            .With("serving-eu-central-1", "spec/template/spec/initContainers", JsonNode.Parse("""[{ "name": "migrate" }]""")).Violations(Rule));

    [Theory]
    [InlineData("""{ "type": "Container", "defaultRequest": { "cpu": "50m" } }""")]
    [InlineData("""{ "type": "Container", "default": { "cpu": "50m" } }""")]
    [InlineData("""{ "type": "Container", "max": { "cpu": "1" } }""")]
    public void LimitRangeThatFillsItIn_IsCompliant(string item) => Assert.Empty(
        WithSidecar().With("limits-eu-central-1", "spec/limits", JsonNode.Parse($"[{item}, {{}}]")).Violations(Rule));

    [Theory]
    [InlineData("""{ "type": "Pod", "max": { "cpu": "1" } }""")]
    [InlineData("""{ "type": "Container", "defaultRequest": { "memory": "50Mi" } }""")]
    public void LimitRangeThatFillsInSomethingElse_IsAViolation(string item) => Assert.Equal(
        [NoRequest], WithSidecar().With("limits-eu-central-1", "spec/limits", JsonNode.Parse($"[{item}]")).Violations(Rule));

    [Theory]
    [InlineData("""{ "type": "ContainerResource", "containerResource": { "name": "cpu", "container": "orders", "target": { "type": "Utilization" } } }""")]
    [InlineData("""{ "type": "Resource", "resource": { "name": "cpu", "target": { "type": "AverageValue", "averageValue": "400m" } } }""")]
    [InlineData("""{ "type": "Resource", "resource": { "name": "memory", "target": { "type": "Utilization", "averageUtilization": 60 } } }""")]
    [InlineData("""{ "type": "External", "external": { "metric": { "name": "queue" }, "target": { "type": "Value", "value": "30" } } }""")]
    public void MetricThatNeedsNoRequestOfTheSidecar_IsCompliant(string metric) => Assert.Empty(
        WithSidecar().Without("limits-eu-central-1").With("scaler-eu-central-1", "spec/metrics/0", JsonNode.Parse(metric)).Violations(Rule));

    [Theory]
    [InlineData("spec/scaleTargetRef/name", "other")]
    [InlineData("spec/scaleTargetRef/kind", "Rollout")]
    [InlineData("metadata/namespace", "other")]
    public void AutoscalerOfPodsThatAreNotDeclared_IsUnknown(string path, string value)
    {
        var graph = ClusterGraph.Build().With("scaler-eu-central-1", path, value);

        Assert.Equal(["scaler-eu-central-1: spec.scaleTargetRef"], graph.Unknown(Rule));
        Assert.Empty(graph.Violations(Rule));
    }

    [Fact]
    public void AutoscalerOfPodsWithoutReplicas_IsOff() => Assert.Equal(
        ["serving-eu-central-1: scaler-eu-central-1 is off: serving-eu-central-1 states 0 replicas"],
        ClusterGraph.Build().With("serving-eu-central-1", "spec/replicas", 0).Violations(Rule));

    [Fact]
    public void OneMetricOfSeveral_IsEnough() => Assert.Empty(
        WithSidecar().Without("limits-eu-central-1")
            .With("scaler-eu-central-1", "spec/metrics", JsonNode.Parse("""
                [{ "type": "Resource", "resource": { "name": "cpu", "target": { "type": "Utilization", "averageUtilization": 60 } } },
                  { "type": "External", "external": {} }]
                """)).Violations(Rule));

    [Fact]
    public void ContainerThatIsNotThere_IsAViolation() => Assert.Equal(
        ["scaler-eu-central-1: scaler-eu-central-1 scales by container gone, which serving-eu-central-1 does not have"],
        ClusterGraph.Build().With("scaler-eu-central-1", "spec/metrics/0", JsonNode.Parse(
            """{ "type": "ContainerResource", "containerResource": { "name": "cpu", "container": "gone", "target": { "type": "Utilization" } } }"""))
            .Violations(Rule));

    [Fact]
    public void AutoscalerOfTheFirstVersion_ScalesByTheUtilizationOfAllContainers() => Assert.Equal(
        ["serving-eu-central-1: first cannot compute the utilization of cpu: container logs of serving-eu-central-1 requests none"],
        WithSidecar().Without("limits-eu-central-1").Without("scaler-eu-central-1").InCluster("kubernetes:autoscaling/v1:HorizontalPodAutoscaler", "first", """
            { "metadata": { "namespace": "orders" }, "spec": { "maxReplicas": 12, "targetCPUUtilizationPercentage": 60,
              "scaleTargetRef": { "apiVersion": "apps/v1", "kind": "Deployment", "name": "orders-serving" } } }
            """).Violations(Rule));

    [Theory]
    [InlineData("""[{ "type": "cpu", "metricType": "Utilization", "metadata": { "value": "60" } }]""", true)]
    [InlineData("""[{ "type": "cpu", "metricType": "Utilization", "metadata": { "value": "60", "containerName": "orders" } }]""", false)]
    [InlineData("""[{ "type": "aws-sqs-queue", "metadata": {} }]""", false)]
    public void ScaledObject_IsReadAsAnAutoscaler(string triggers, bool violates) => Assert.Equal(
        violates ? ["serving-eu-central-1: scaled cannot compute the utilization of cpu: container logs of serving-eu-central-1 requests none"] : [],
        WithSidecar().Without("limits-eu-central-1").Without("scaler-eu-central-1").InCluster("kubernetes:keda.sh/v1alpha1:ScaledObject", "scaled", $$"""
            { "metadata": { "namespace": "orders" }, "spec": { "scaleTargetRef": { "name": "orders-serving" }, "triggers": {{triggers}} } }
            """).Violations(Rule));

    [Fact]
    public void AutoscalerThatNeverScalesUp_IsAViolation() => Assert.Equal(
        ["scaler-eu-central-1: scaler-eu-central-1 never scales up: selectPolicy of scaleUp is Disabled"],
        ClusterGraph.Build().With("scaler-eu-central-1", "spec/behavior", JsonNode.Parse("""{ "scaleUp": { "selectPolicy": "Disabled" } }"""))
            .Violations(Rule));

    [Fact]
    public void ClusterWithoutMetricsServer_IsAViolationWhereItsAddOnsAreDeclared()
    {
        Assert.Equal(
            ["cluster-eu-central-1: cluster cluster-eu-central-1 has no metrics server, so scaler-eu-central-1 has no metrics to scale by"],
            ClusterGraph.Build().With("metrics-eu-central-1", "addonName", "coredns").Violations(Rule));
        Assert.Equal(["scaler-eu-central-1: spec"], ClusterGraph.Build().Without("metrics-eu-central-1").Unknown(Rule));
    }

    [Fact]
    public void ProxyThatLinkerdAdds_IsUnknownWhereNoAnnotationStatesItsRequest()
    {
        var graph = () => ClusterGraph.Build().Without("limits-eu-central-1");
        const string Annotations = "spec/template/metadata/annotations";

        Assert.Equal(
            ["serving-eu-central-1: spec.template.metadata.annotations"],
            graph().With("serving-eu-central-1", Annotations, JsonNode.Parse("""{ "linkerd.io/inject": "enabled" }""")).Unknown(Rule));
        Assert.Empty(graph().With("serving-eu-central-1", Annotations, JsonNode.Parse(
            """{ "linkerd.io/inject": "enabled", "config.linkerd.io/proxy-cpu-request": "100m" }""")).Unknown(Rule));
    }

    [Theory]
    [InlineData(
        "serving-eu-central-1", "spec/template/spec/containers/0/resources/requests/cpu",
        "serving-eu-central-1: spec.template.spec.containers[0].resources.requests.cpu")]
    [InlineData("scaler-eu-central-1", "spec/metrics", "scaler-eu-central-1: spec.metrics")]
    public void WhatIsUnknown_IsUnknown(string name, string path, string unknown)
    {
        Assert.Empty(ClusterGraph.Build().With(name, path, "?").Violations(Rule));
        Assert.Equal([unknown], ClusterGraph.Build().With(name, path, "?").Unknown(Rule));
    }

    private static TestGraph WithSidecar() => ClusterGraph.Build().With("serving-eu-central-1", "spec/template/spec/containers", JsonNode.Parse(Containers));
}
