using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class NamespaceWithDataIsProtectedTests
{
    private static readonly NamespaceWithDataIsProtected Rule = new();

    [Theory]
    [InlineData("""{ "metadata": { "name": "empty" } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "metadata": { "name": "data" } }""", "it contains data, but is not protected from deletion")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"space: {message}", Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:core/v1:Namespace", "space", inputs)
        .Add("kubernetes:core/v1:PersistentVolumeClaim", "disk", """{ "metadata": { "namespace": "data" } }""");
}
