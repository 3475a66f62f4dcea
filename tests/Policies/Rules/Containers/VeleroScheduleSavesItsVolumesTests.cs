using DrInfra.Policies.Rules.Containers;
using DrInfra.Tests.Policies.Assessment;

namespace DrInfra.Tests.Policies.Rules.Containers;

public class VeleroScheduleSavesItsVolumesTests
{
    private static readonly VeleroScheduleSavesItsVolumes Rule = new();

    [Theory]
    [InlineData(""" "schedule": "@daily", "template": { "defaultVolumesToFsBackup": true } """)]
    [InlineData(""" "schedule": "@daily", "template": { "snapshotMoveData": true } """)]
    [InlineData(""" "schedule": "@daily", "template": { "includedNamespaces": ["other"], "snapshotVolumes": false } """)]
    public void Sound_IsCompliant(string spec)
    {
        Assert.Empty(Graph(spec).Violations(Rule));
        Assert.Empty(Graph(spec).Unknown(Rule));
    }

    [Theory]
    [InlineData(
        """ "schedule": "@daily", "template": { "snapshotVolumes": false } """,
        "daily: the schedule daily saves no volume: snapshotVolumes is false, and its file systems are not read")]
    [InlineData(""" "schedule": "@daily", "paused": true, "template": { "snapshotMoveData": true } """, "daily: the schedule daily is paused")]
    [InlineData(
        """ "schedule": "@daily", "template": { "storageLocation": "closed", "snapshotMoveData": true } """,
        "closed: the storage location closed is read-only")]
    public void ScheduleThatSavesNothing_IsAViolation(string spec, string violation) => Assert.Equal([violation], Graph(spec).Violations(Rule));

    [Fact]
    public void WithoutTheNodeAgent_IsAViolation() => Assert.Equal(
        ["chart: Velero's node agent is not deployed, which moves the data of volumes"],
        Graph(""" "schedule": "@daily", "template": { "snapshotMoveData": true } """)
            .Object("kubernetes:helm.sh/v3:Release", "chart", """ "chart": "velero", "values": {} """).Violations(Rule));

    [Fact]
    public void Unknown_IsReportedAsUnknown() => Assert.Equal(
        ["daily: spec.template.snapshotVolumes"], Graph(""" "schedule": "@daily", "template": { "snapshotVolumes": "?" } """).Unknown(Rule));

    private static TestGraph Graph(string spec) => new TestGraph().Cluster().Class("disks", "ebs.csi.aws.com").Set()
        .Object("kubernetes:snapshot.storage.k8s.io/v1:VolumeSnapshotClass", "snapshots", """ "driver": "ebs.csi.aws.com" """,
            labels: """{ "velero.io/csi-volumesnapshot-class": "true" }""")
        .Object("kubernetes:velero.io/v1:BackupStorageLocation", "open", """ "spec": { "default": true, "objectStorage": { "bucket": "b" } } """,
            space: "velero")
        .Object("kubernetes:velero.io/v1:BackupStorageLocation", "closed", """ "spec": { "accessMode": "ReadOnly", "objectStorage": { "bucket": "b" } } """,
            space: "velero")
        .Object("kubernetes:velero.io/v1:Schedule", "daily", $$""" "spec": { {{spec}} } """, space: "velero");
}
