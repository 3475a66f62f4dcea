using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class PodsSpreadAcrossZonesTests
{
    private static readonly PodsSpreadAcrossZones Rule = new();

    [Theory]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "topologySpreadConstraints": [{ "topologyKey": "zone", "maxSkew": 2, "labelSelector": { "matchLabels": { "app": "api" } } }],
                "containers": [{ "name": "api" }] } } } }
        """)]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "affinity": { "podAntiAffinity": { "preferredDuringSchedulingIgnoredDuringExecution": [{ "weight": 1 }] } },
                "containers": [{ "name": "api" }] } } } }
        """)]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api" }] } } } }""",
        "its pods can share a node or zone: neither topologySpreadConstraints nor podAntiAffinity")]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "topologySpreadConstraints": [{ "topologyKey": "zone", "maxSkew": 3 }], "containers": [{ "name": "api" }] } } } }
        """,
        "maxSkew is 3, at most 2 allowed")]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "topologySpreadConstraints": [{ "topologyKey": "zone", "maxSkew": 1 }], "containers": [{ "name": "api" }] } } } }
        """,
        "a topologySpreadConstraint does not select its own pods")]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "topologySpreadConstraints": [{ "topologyKey": "zone", "maxSkew": 1, "labelSelector": { "matchLabels": { "app": "web" } } }],
                "containers": [{ "name": "api" }] } } } }
        """,
        "a topologySpreadConstraint does not select its own pods")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"api: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "topologySpreadConstraints": "?", "containers": [{ "name": "api" }] } } } }
        """,
        "spec.template.spec.topologySpreadConstraints")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"api: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:apps/v1:Deployment", "api", inputs);
}
