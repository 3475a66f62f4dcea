using DrInfra.Policies.Rules.Containers;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class StatefulPodsAreBackedUpTests
{
    private static readonly StatefulPodsAreBackedUp Rule = new();

    [Theory]
    [InlineData("""{ "metadata": { "namespace": "data" }, "spec": { "volumeClaimTemplates": [{}] } }""")]
    [InlineData("""{ "spec": {} }""")]
    public void Sound_IsCompliant(string inputs)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Empty(Graph(inputs).Unknown(Rule));
    }

    // An annotation says how a volume is read where a schedule takes it, and takes nothing by itself.
    [Theory]
    [InlineData("""{ "metadata": { "namespace": "other" }, "spec": { "volumeClaimTemplates": [{}] } }""")]
    [InlineData(
        """{ "spec": { "volumeClaimTemplates": [{}], "template": { "metadata": { "annotations": { "backup.velero.io/backup-volumes": "disk" } } } } }""")]
    public void Weak_IsAViolation(string inputs) =>
        Assert.Equal(["db: no backup plan, snapshot policy or Velero schedule backs its volumes up"], Graph(inputs).Violations(Rule));

    [Theory]
    [InlineData("""{ "metadata": { "namespace": "?" }, "spec": { "volumeClaimTemplates": [{}] } }""", "daily: spec.template")]
    [InlineData(
        """{ "metadata": { "namespace": "data" }, "spec": { "volumeClaimTemplates": [{}], "template": { "metadata": { "annotations": "?" } } } }""",
        "daily: spec.template.defaultVolumesToFsBackup")]
    public void Unknown_IsReportedAsUnknown(string inputs, string unknown)
    {
        Assert.Empty(Graph(inputs).Violations(Rule));
        Assert.Equal([unknown], Graph(inputs).Unknown(Rule));
    }

    [Fact]
    public void NamespaceByReference_IsTheNamedOne() =>
        Assert.Equal(["set: no backup plan, snapshot policy or Velero schedule backs its volumes up"], Graph("{}")
            .Add("kubernetes:core/v1:Namespace", "space", """{ "metadata": { "name": "other" } }""")
            .Add("kubernetes:apps/v1:StatefulSet", "set", """{ "metadata": { "namespace": "?" }, "spec": { "volumeClaimTemplates": [{}] } }""",
                dependencies: ("metadata", "kubernetes:core/v1:Namespace", "space")).Violations(Rule));

    [Fact]
    public void ClaimOfItsOwn_IsJudgedToo() => Assert.Equal(
        ["loose: no backup plan, snapshot policy or Velero schedule backs its volumes up"],
        Graph("{}").Add(ClusterObjects.Claim, "loose", """{ "metadata": { "namespace": "other" }, "spec": { "storageClassName": "gp2" } }""").Violations(Rule));

    private static TestGraph Graph(string inputs) => new TestGraph().Add("kubernetes:apps/v1:StatefulSet", "db", inputs)
        .Add("kubernetes:velero.io/v1:VolumeSnapshotLocation", "snapshots", """{ "spec": { "provider": "aws" } }""")
        .Add("kubernetes:velero.io/v1:Schedule", "daily", """{ "spec": { "schedule": "0 1 * * *", "template": { "includedNamespaces": ["data"] } } }""");
}
