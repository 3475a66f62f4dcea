using DrInfra.Policies.Rules.Containers;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class StatefulPodsAreBackedUpTests
{
    private static readonly StatefulPodsAreBackedUp Rule = new();

    [Theory]
    [InlineData("""{ "metadata": { "namespace": "data" }, "spec": { "volumeClaimTemplates": [{}] } }""")]
    [InlineData("""{ "spec": {} }""")]
    [InlineData("""{ "spec": { "volumeClaimTemplates": [{}], "template": { "metadata": { "annotations": { "backup.velero.io/backup-volumes": "disk" } } } } }""")]
    public void Sound_IsCompliant(string inputs) => Assert.Empty(Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "metadata": { "namespace": "other" }, "spec": { "volumeClaimTemplates": [{}] } }""", "no schedule of backups takes its volumes, and no annotation asks for it")]
    public void Weak_IsAViolation(string inputs, string message) => Assert.Contains($"db: {message}", Graph(inputs).Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:apps/v1:StatefulSet", "db", inputs)
        .Add("kubernetes:velero.io/v1:Schedule", "daily", """{ "spec": { "schedule": "0 1 * * *", "template": { "includedNamespaces": ["data"] } } }""");
}
