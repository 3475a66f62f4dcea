using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class PodsHaveADisruptionBudgetTests
{
    private static readonly PodsHaveADisruptionBudget Rule = new();

    [Theory]
    [InlineData("""{ "matchLabels": { "app": "api" } }""", 0)]
    [InlineData("""{ "matchExpressions": [{ "key": "app", "operator": "In", "values": ["api", "web"] }] }""", 0)]
    [InlineData("{}", 0)]
    [InlineData("""{ "matchLabels": { "app": "web" } }""", 1)]
    [InlineData("""{ "matchExpressions": [{ "key": "app", "operator": "NotIn", "values": ["api"] }] }""", 1)]
    [InlineData("""{ "matchExpressions": [{ "key": "app", "operator": "DoesNotExist" }] }""", 1)]
    public void Budget_CountsWhereItsSelectorTakesThePods(string selector, int violations) =>
        Assert.Equal(violations, Graph(2, selector).Violations(Rule).Length);

    [Fact]
    public void OnePod_NeedsNone() => Assert.Empty(Graph(1, """{ "matchLabels": { "app": "web" } }""").Violations(Rule));

    [Fact]
    public void UnknownSelector_IsReportedAsUnknown() => Assert.Equal(["api: spec.template.metadata.labels"], Graph(2, "\"?\"").Unknown(Rule));

    [Fact]
    public void UnknownNamespaceOfABudget_IsReportedAsUnknown() =>
        Assert.Equal(["api: spec.template.metadata.labels"], Graph(2, """{ "matchLabels": { "app": "web" } }""")
            .Add(
                "kubernetes:policy/v1:PodDisruptionBudget", "other",
                """{ "metadata": { "namespace": "?" }, "spec": { "selector": { "matchLabels": { "app": "api" } } } }""")
                .Unknown(Rule));

    private static TestGraph Graph(int replicas, string selector) => new TestGraph()
        .Add(
            "kubernetes:apps/v1:Deployment", "api",
            $$"""{ "spec": { "replicas": {{replicas}}, "template": { "metadata": { "labels": { "app": "api" } } } } }""")
        .Add("kubernetes:policy/v1:PodDisruptionBudget", "budget", $$"""{ "spec": { "minAvailable": 1, "selector": {{selector}} } }""");
}
