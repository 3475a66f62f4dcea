using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class PodsRequestResourcesTests
{
    private static readonly PodsRequestResources Rule = new();

    [Theory]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "containers": [{ "name": "api", "resources": { "requests": { "cpu": "1", "memory": "1Gi" }, "limits": { "memory": "2Gi" } } }] } } } }
        """)]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "containers": [{ "name": "api", "resources": { "limits": { "cpu": "1", "memory": "2Gi" } } }] } } } }
        """)]
    [InlineData(
        """{ "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api", "resources": "?" }] } } } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "containers": [{ "name": "api", "resources": { "requests": { "cpu": "1", "memory": "1Gi" } } }] } } } }
        """,
        "container api states no limits.memory")]
    [InlineData(
        """{ "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api" }] } } } }""",
        "container api states no requests.cpu")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"api: {message}", Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:apps/v1:Deployment", "api", inputs);
}
