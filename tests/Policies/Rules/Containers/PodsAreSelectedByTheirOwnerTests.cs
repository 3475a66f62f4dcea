using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class PodsAreSelectedByTheirOwnerTests
{
    private static readonly PodsAreSelectedByTheirOwner Rule = new();

    [Theory]
    [InlineData(
        """
        { "spec": { "selector": { "matchLabels": { "app": "api" } },
            "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api" }] } } } }
        """)]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "spec": { "selector": { "matchLabels": { "app": "web" } },
            "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api" }] } } } }
        """,
        "it selects pods with app web, its own have api")]
    [InlineData(
        """{ "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api" }] } } } }""", "it selects no pods")]
    [InlineData(
        """{ "spec": { "selector": { "matchLabels": { "app": "api" } }, "template": { "metadata": { "labels": { "app": "api" } }, "spec": {} } } }""",
        "its pods have no container")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"api: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "spec": { "selector": { "matchLabels": "?" },
            "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api" }] } } } }
        """,
        "spec.selector.matchLabels")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"api: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:apps/v1:Deployment", "api", inputs);
}
