using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class DisruptionBudgetAllowsDrainTests
{
    private static readonly DisruptionBudgetAllowsDrain Rule = new();

    [Theory]
    [InlineData("""{ "spec": { "maxUnavailable": 1, "selector": { "matchLabels": { "app": "api" } } } }""")]
    [InlineData("""{ "spec": { "minAvailable": 2, "selector": { "matchLabels": { "app": "api" } } } }""")]
    [InlineData("""{ "spec": { "minAvailable": "66%", "selector": { "matchLabels": { "app": "api" } } } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "spec": { "minAvailable": 3, "selector": { "matchLabels": { "app": "api" } } } }""",
            "minAvailable is 3, but api has 3 pods, so none can be evicted")]
    [InlineData(
        """{ "spec": { "minAvailable": "67%", "selector": { "matchLabels": { "app": "api" } } } }""",
            "minAvailable is 67%, but api has 3 pods, so none can be evicted")]
    [InlineData("""{ "spec": { "maxUnavailable": 0, "selector": { "matchLabels": { "app": "api" } } } }""", "no pod can be evicted: maxUnavailable is 0")]
    [InlineData(
        """{ "spec": { "minAvailable": "100%", "selector": { "matchLabels": { "app": "api" } } } }""", "no pod can be evicted: minAvailable is 100%")]
    [InlineData("""{ "spec": { "minAvailable": 0, "selector": { "matchLabels": { "app": "api" } } } }""", "it protects nothing: minAvailable is 0")]
    [InlineData(
        """{ "spec": { "maxUnavailable": "100%", "selector": { "matchLabels": { "app": "api" } } } }""",
            "it protects nothing: maxUnavailable is 100%, and api has 3 pods")]
    [InlineData(
        """{ "spec": { "maxUnavailable": 3, "selector": { "matchLabels": { "app": "api" } } } }""",
            "it protects nothing: maxUnavailable is 3, and api has 3 pods")]
    [InlineData("""{ "spec": { "selector": {} } }""", "it states neither minAvailable nor maxUnavailable")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"budget: {message}", Graph(inputs).Violations(Rule));

    [Fact]
    public void PodsOfTwoBudgets_AreNeverEvicted() => Assert.Equal(
        ["api: its pods cannot be evicted: budget and second both select them"],
        Graph("""{ "spec": { "maxUnavailable": 1, "selector": { "matchLabels": { "app": "api" } } } }""")
            .Add(
                "kubernetes:policy/v1:PodDisruptionBudget", "second",
                """{ "spec": { "maxUnavailable": 1, "selector": { "matchLabels": { "tier": "web" } } } }""")
            .Violations(Rule));

    [Theory]
    [InlineData("""{ "spec": { "maxUnavailable": "?", "selector": { "matchLabels": { "app": "api" } } } }""", "spec.maxUnavailable")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"budget: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:policy/v1:PodDisruptionBudget", "budget", inputs)
        .Add(
            "kubernetes:apps/v1:Deployment", "api",
            """{ "spec": { "replicas": 3, "template": { "metadata": { "labels": { "app": "api", "tier": "web" } } } } }""");
}
