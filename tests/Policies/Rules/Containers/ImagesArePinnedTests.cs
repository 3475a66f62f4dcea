using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class ImagesArePinnedTests
{
    private static readonly ImagesArePinned Rule = new();

    [Theory]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } },
              "spec": { "containers": [{ "name": "api", "image": "registry:5000/api:1.2" }] } } } }
        """)]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api", "image": "api@sha256:0" }] } } } }
        """)]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api", "image": "registry:5000/api" }] } } } }
        """,
        "image registry:5000/api has no version tag or digest")]
    [InlineData(
        """{ "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api", "image": "api:latest" }] } } } }""",
        "image api:latest has no version tag or digest")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"api: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api", "image": "?" }] } } } }""",
        "spec.template.spec.containers[0].image")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"api: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:apps/v1:Deployment", "api", inputs);
}
