using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class StatefulSetHasItsServiceTests
{
    private static readonly StatefulSetHasItsService Rule = new();

    [Theory]
    [InlineData("""{ "spec": { "serviceName": "db" } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "spec": { "serviceName": "web" } }""", "its service web is not headless")]
    [InlineData("""{ "spec": { "serviceName": "x" } }""", "no service x is declared in default")]
    [InlineData("""{ "spec": {} }""", "it names no service")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"db: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "spec": { "serviceName": "?" } }""", "spec.serviceName")]
    [InlineData("""{ "metadata": { "namespace": "?" }, "spec": { "serviceName": "db" } }""", "spec.serviceName")]
    public void Unknown_IsReportedAsUnknown(string inputs, string property)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Contains($"db: {property}", Graph(inputs).Unknown(Rule));
    }

    private static TestGraph Graph(string inputs) => new TestGraph()
        .Add("kubernetes:core/v1:Service", "db-service", """{ "metadata": { "name": "db" }, "spec": { "clusterIP": "None" } }""")
        .Add("kubernetes:core/v1:Service", "web", """{ "metadata": { "name": "web" }, "spec": {} }""")
        .Add("kubernetes:apps/v1:StatefulSet", "db", inputs);
}
