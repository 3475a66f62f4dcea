using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class PodsRunInReplicasTests
{
    private static readonly PodsRunInReplicas Rule = new();

    [Theory]
    [InlineData("""{ "spec": { "replicas": 2 } }""")]
    [InlineData("""{ "spec": { "replicas": 1, "strategy": { "type": "Recreate" } } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "spec": { "replicas": 1 } }""", "it has 1 replica, 2 needed")]
    [InlineData("""{ "spec": {} }""", "it has 1 replica, 2 needed")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"api: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "spec": { "replicas": "?" } }""", "spec.replicas")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"api: {property}", Graph(inputs).Unknown(Rule));
    }

    [Fact]
    public void ScaledDeployment_IsLeftToItsAutoscaler() =>
        Assert.Empty(new TestGraph().Add("kubernetes:apps/v1:Deployment", "api", """{ "metadata": { "name": "api" }, "spec": {} }""")
            .Add(
                "kubernetes:autoscaling/v2:HorizontalPodAutoscaler", "scaler",
                """{ "spec": { "minReplicas": 2, "maxReplicas": 4, "scaleTargetRef": { "kind": "Deployment", "name": "api" } } }""")
            .Violations(Rule));

    [Fact]
    public void PodsThatFollowTheBeacon_RunInOneRegionOnly() =>
        Assert.Empty(Graph("""{ "metadata": { "labels": { "dr.drinfra.io/follows": "beacon" } }, "spec": { "replicas": 0 } }""").Violations(Rule));

    [Fact]
    public void PodsThatFollowSomethingElse_AreServers() => Assert.Single(
        Graph("""{ "metadata": { "labels": { "dr.drinfra.io/follows": "load" } }, "spec": { "replicas": 0 } }""").Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:apps/v1:Deployment", "api", inputs);
}
