using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class PodScalingKeepsTwoTests
{
    private static readonly PodScalingKeepsTwo Rule = new();

    [Theory]
    [InlineData("""{ "spec": { "minReplicas": 2, "maxReplicas": 3, "scaleTargetRef": { "kind": "Deployment", "name": "api" } } }""")]
    [InlineData(
        """{ "spec": { "minReplicas": 2, "maxReplicas": 3, "scaleTargetRef": { "kind": "Rollout", "name": "api", "apiVersion": "argoproj.io/v1alpha1" } } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "spec": { "minReplicas": 1, "maxReplicas": 3, "scaleTargetRef": { "kind": "Deployment", "name": "api" } } }""", "minReplicas is 1, 2 needed")]
    [InlineData(
        """{ "spec": { "minReplicas": 2, "maxReplicas": 2, "scaleTargetRef": { "kind": "Deployment", "name": "api" } } }""",
        "maxReplicas is 2, so it cannot scale out")]
    [InlineData(
        """{ "spec": { "minReplicas": 2, "maxReplicas": 3, "scaleTargetRef": { "kind": "Deployment", "name": "web" } } }""",
        "no Deployment web is declared in default")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"scaler: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "spec": { "minReplicas": "?", "maxReplicas": 3, "scaleTargetRef": { "kind": "Deployment", "name": "api" } } }""", "spec.minReplicas")]
    [InlineData(
        """{ "metadata": { "namespace": "?" }, "spec": { "minReplicas": 2, "maxReplicas": 3, "scaleTargetRef": { "kind": "Deployment", "name": "api" } } }""",
        "spec.scaleTargetRef.name")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"scaler: {property}", Graph(inputs).Unknown(Rule));
    }

    [Theory]
    [InlineData("""{ "spec": { "minReplicaCount": 2, "scaleTargetRef": { "name": "api" } } }""", null)]
    [InlineData("""{ "spec": { "scaleTargetRef": { "name": "api" } } }""", "scaled: minReplicaCount is 0, 2 needed")]
    [InlineData(
        """{ "spec": { "minReplicaCount": 2, "maxReplicaCount": 2, "scaleTargetRef": { "name": "api" } } }""",
            "scaled: maxReplicaCount is 2, so it cannot scale out")]
    [InlineData("""{ "spec": { "minReplicaCount": 2, "scaleTargetRef": { "name": "web" } } }""", "scaled: no Deployment web is declared in default")]
    public void ScaledObject_IsJudgedByItsDefaults(string inputs, string? violation) => Assert.Equal(
        violation is null ? [] : [violation],
        new TestGraph().Add("kubernetes:apps/v1:Deployment", "api", """{ "metadata": { "name": "api" }, "spec": {} }""")
            .Add("kubernetes:keda.sh/v1alpha1:ScaledObject", "scaled", inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) =>
        new TestGraph().Add("kubernetes:apps/v1:Deployment", "api", """{ "metadata": { "name": "api" }, "spec": {} }""")
            .Add("kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "scaler", inputs);
}
