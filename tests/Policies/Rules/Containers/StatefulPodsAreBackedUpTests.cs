using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class StatefulPodsAreBackedUpTests
{
    private static readonly StatefulPodsAreBackedUp Rule = new();

    [Theory]
    [InlineData("""{ "metadata": { "namespace": "data" }, "spec": { "volumeClaimTemplates": [{}] } }""")]
    [InlineData("""{ "spec": {} }""")]
    [InlineData(
        """{ "spec": { "volumeClaimTemplates": [{}], "template": { "metadata": { "annotations": { "backup.velero.io/backup-volumes": "disk" } } } } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData(
        """{ "metadata": { "namespace": "other" }, "spec": { "volumeClaimTemplates": [{}] } }""",
        "no backup schedule includes its volumes, and no annotation does")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"db: {message}", Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "metadata": { "namespace": "?" }, "spec": { "volumeClaimTemplates": [{}] } }""")]
    [InlineData("""{ "metadata": { "namespace": "other" }, "spec": { "volumeClaimTemplates": [{}], "template": { "metadata": { "annotations": "?" } } } }""")]
    public void Unknown_IsReportedAsUnknown(string inputs)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Equal(["db: metadata.namespace"], Graph(inputs).Unknown(Rule));
    }

    [Fact]
    public void NamespaceByReference_IsTheNamedOne() =>
        Assert.Equal(["set: no backup schedule includes its volumes, and no annotation does"], Graph("{}")
            .Add("kubernetes:core/v1:Namespace", "space", """{ "metadata": { "name": "other" } }""")
            .Add("kubernetes:apps/v1:StatefulSet", "set", """{ "metadata": { "namespace": "?" }, "spec": { "volumeClaimTemplates": [{}] } }""",
                dependencies: ("metadata", "kubernetes:core/v1:Namespace", "space")).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:apps/v1:StatefulSet", "db", inputs)
        .Add("kubernetes:velero.io/v1:Schedule", "daily", """{ "spec": { "schedule": "0 1 * * *", "template": { "includedNamespaces": ["data"] } } }""");
}
