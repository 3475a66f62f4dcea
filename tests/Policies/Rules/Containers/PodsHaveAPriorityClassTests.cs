using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class PodsHaveAPriorityClassTests
{
    private static readonly PodsHaveAPriorityClass Rule = new();

    [Theory]
    [InlineData(
        """
        { "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "priorityClassName": "data", "containers": [{ "name": "api" }] } } } }
        """)]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "spec": { "template": { "metadata": { "labels": { "app": "api" } }, "spec": { "containers": [{ "name": "api" }] } } } }""",
        "its pods have no priorityClassName")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"db: {message}", Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:apps/v1:StatefulSet", "db", inputs);
}
