using DrInfra.Recovery;
using static DrInfra.Tests.Policies.Assessment.ClusterObjects;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>Backups by Velero: what a schedule takes, what it saves of a volume, and where that is.</summary>
public class VeleroRecoveryTests
{
    private const string Moved = """ "snapshotMoveData": true """;

    [Theory]
    [InlineData(Moved, "bounded", "bounded")]
    [InlineData(""" "defaultVolumesToFsBackup": true """, "bounded", "bounded")]
    [InlineData(""" "defaultVolumesToFsBackup": true, "snapshotVolumes": false """, "bounded", "bounded")]
    [InlineData(""" "snapshotVolumes": true """, "unbounded", "bounded")]
    [InlineData(""" "snapshotVolumes": false """, "unbounded", "unbounded")]
    [InlineData(""" "snapshotVolumes": false, "snapshotMoveData": true """, "unbounded", "unbounded")]
    [InlineData(""" "snapshotMoveData": "?" """, "unknown", "unknown")]
    [InlineData(""" "includedNamespaces": ["other"], "snapshotMoveData": true """, "unbounded", "unbounded")]
    [InlineData(""" "includedNamespaces": ["or*"], "snapshotMoveData": true """, "bounded", "bounded")]
    [InlineData(""" "includedNamespaces": "?", "snapshotMoveData": true """, "unknown", "unknown")]
    [InlineData(""" "includedNamespaces": ["other", "orders"], "snapshotMoveData": true """, "bounded", "bounded")]
    [InlineData(""" "includedNamespaces": ["other", "?"], "snapshotMoveData": true """, "unknown", "unknown")]
    [InlineData(""" "excludedNamespaces": ["orders"], "snapshotMoveData": true """, "unbounded", "unbounded")]
    [InlineData(""" "excludedResources": ["persistentvolumeclaims"], "snapshotMoveData": true """, "unbounded", "unbounded")]
    [InlineData(""" "includedResources": ["deployments"], "snapshotMoveData": true """, "unbounded", "unbounded")]
    [InlineData(""" "labelSelector": { "matchLabels": { "app": "db" } }, "snapshotMoveData": true """, "bounded", "bounded")]
    [InlineData(""" "labelSelector": { "matchLabels": { "app": "web" } }, "snapshotMoveData": true """, "unbounded", "unbounded")]
    [InlineData(""" "labelSelector": "?", "snapshotMoveData": true """, "unknown", "unknown")]
    [InlineData(
        """
        "orLabelSelectors": [{ "matchLabels": { "app": "web" } }, { "matchExpressions": [{ "key": "app", "operator": "Exists" }] }], "snapshotMoveData": true
        """, "bounded", "bounded")]
    [InlineData(""" "storageLocation": "elsewhere", "snapshotMoveData": true """, "unknown", "unknown")]
    [InlineData(""" "ttl": "6h0m0s", "snapshotMoveData": true """, "bounded", "bounded")]
    [InlineData(""" "ttl": "5h59m0s", "snapshotMoveData": true """, "unbounded", "unbounded")]
    [InlineData(""" "resourcePolicy": { "kind": "configmap", "name": "skip" }, "snapshotMoveData": true """, "unknown", "unknown")]
    public void Template_SaysWhatIsSavedAndWhereItIs(string template, string region, string corruption)
    {
        var graph = Velero(template).Set();

        Assert.Equal(region, Rpo(graph, Disruption.Region));
        Assert.Equal(corruption, Rpo(graph, Disruption.Corruption));
    }

    [Theory]
    [InlineData("0 */4 * * *", 4 * 3600)]
    [InlineData("@every 2h", 2 * 3600)]
    [InlineData("@daily", 24 * 3600)]
    [InlineData("30 1 * * 1-5", 72 * 3600)]
    [InlineData("0 0 1 * 0", 7 * 24 * 3600)]
    [InlineData("CRON_TZ=Europe/Berlin 0 12 * * *", 25 * 3600)]
    public void Cron_IsTheIntervalOfTheBackups(string cron, double seconds) => Assert.Equal(
        seconds + (20 * 60), Velero(Moved).With("six-hourly", "spec/schedule", cron).Set().Outcome(Disruption.Region).Rpo.Figure.Worst);

    [Theory]
    [InlineData("every day", "unbounded")]
    [InlineData("0 0 31 2 *", "unbounded")]
    public void CronThatNeverRuns_SavesNothing(string cron, string region) =>
        Assert.Equal(region, Rpo(Velero(Moved).With("six-hourly", "spec/schedule", cron).Set(), Disruption.Region));

    [Fact]
    public void PausedSchedule_SavesNothing() =>
        Assert.Equal("unbounded", Rpo(Velero(Moved).With("six-hourly", "spec/paused", true).Set(), Disruption.Corruption));

    [Theory]
    [InlineData("""{ "annotations": { "backup.velero.io/backup-volumes": "data" } }""", "", "bounded")]
    [InlineData("""{ "annotations": { "backup.velero.io/backup-volumes": "logs" } }""", "", "unbounded")]
    [InlineData("""{ "annotations": { "backup.velero.io/backup-volumes-excludes": "logs, data" } }""", """ "defaultVolumesToFsBackup": true """, "unbounded")]
    [InlineData("""{ "annotations": "?" }""", "", "unknown")]
    public void Annotation_SaysWhichVolumesAreReadAsFiles(string metadata, string template, string region) => Assert.Equal(
        region, Rpo(Velero(template).Set(metadata), Disruption.Region));

    [Theory]
    [InlineData("eu-west-1", "unbounded")]
    [InlineData("eu-central-1", "bounded")]
    public void Data_IsWhereItsBucketIs(string region, string figure) =>
        Assert.Equal(figure, Rpo(Velero(Moved, region).Set(), Disruption.Region));

    [Fact]
    public void ReadOnlyLocation_TakesNothing() =>
        Assert.Equal("unbounded", Rpo(Velero(Moved).With("backups", "spec/accessMode", "ReadOnly").Set(), Disruption.Region));

    [Fact]
    public void DeclaredBucket_BringsItsRegionAndItsReplica()
    {
        var graph = Velero(Moved, "eu-west-1").Set().Role("s3")
            .Add("aws:s3/bucket:Bucket", "store", """{ "bucket": "velero-store" }""", id: "velero-store", outputs: """{ "arn": "arn:aws:s3:::velero-store" }""")
            .Add(
                "aws:s3/bucket:Bucket", "replica", """{ "bucket": "velero-replica" }""", "eu-central-1", "velero-replica",
                """{ "arn": "arn:aws:s3:::velero-replica" }""")
            .Add("aws:s3/bucketVersioning:BucketVersioning", "v1", """{ "bucket": "velero-store", "versioningConfiguration": { "status": "Enabled" } }""")
            .Add("aws:s3/bucketVersioning:BucketVersioning", "v2", """{ "bucket": "velero-replica", "versioningConfiguration": { "status": "Enabled" } }""",
                "eu-central-1")
            .Add("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication", """
                { "bucket": "velero-store", "role": "arn:aws:iam::111122223333:role/s3", "rules": [{ "id": "all", "status": "Enabled",
                  "deleteMarkerReplication": { "status": "Enabled" }, "filter": {}, "destination": { "bucket": "arn:aws:s3:::velero-replica",
                    "metrics": { "status": "Enabled", "eventThreshold": { "minutes": 15 } },
                    "replicationTime": { "status": "Enabled", "time": { "minutes": 15 } } } }] }
                """);

        Assert.Equal((6 * 3600) + (20 * 60) + 900, graph.Outcome(Disruption.Region).Rpo.Figure.Worst);
    }

    [Theory]
    [InlineData("velero", "bounded")]
    [InlineData("orders", "unbounded")]
    [InlineData("?", "bounded")]
    public void ScheduleOfAnotherNamespaceThanVelero_IsNotRead(string space, string region) => Assert.Equal(
        region,
        Rpo(
            Velero(Moved).Object("kubernetes:helm.sh/v3:Release", "release", $$"""
                "chart": "velero", "namespace": "{{space}}", "values": { "deployNodeAgent": true }
                """).Set(),
            Disruption.Region));

    [Theory]
    [InlineData("""{ "deployNodeAgent": true }""", "bounded")]
    [InlineData("""{ "deployRestic": true }""", "bounded")]
    [InlineData("""{ "deployNodeAgent": "?" }""", "unknown")]
    [InlineData("""{ "deployNodeAgent": false }""", "unbounded")]
    [InlineData("{ }", "unbounded")]
    public void NodeAgentOfTheChart_MovesTheData(string values, string region) => Assert.Equal(
        region,
        Rpo(Velero(Moved).Set().Object("kubernetes:helm.sh/v3:Release", "velero", $$""" "chart": "velero", "values": {{values}} """), Disruption.Region));

    [Fact]
    public void SchedulesInTheValuesOfTheChart_AreRead()
    {
        var graph = Velero(Moved).Without("six-hourly").Without("backups").Set().Object("kubernetes:helm.sh/v3:Release", "velero", """
            "chart": "velero", "values": { "deployNodeAgent": true,
              "configuration": { "defaultVolumesToFsBackup": true,
                "backupStorageLocation": [{ "name": "default", "bucket": "velero-store", "config": { "region": "eu-central-1" } }] },
              "schedules": { "hourly": { "schedule": "0 * * * *", "template": { "includedNamespaces": ["orders"] } } } }
            """);

        Assert.Equal(3600 + (20 * 60), graph.Outcome(Disruption.Region).Rpo.Figure.Worst);
    }

    [Fact]
    public void SnapshotsThatNothingDeclared_Takes_AreUnknown() =>
        Assert.Equal("unknown", Rpo(Velero(Moved).Without("snapshots").Set(), Disruption.Corruption));

    [Fact]
    public void FilesOfEfs_AreSavedByReadingThemAlone()
    {
        Assert.Equal("unbounded", Rpo(OnFiles(Moved), Disruption.Corruption));
        Assert.Equal("bounded", Rpo(OnFiles(""" "defaultVolumesToFsBackup": true """), Disruption.Corruption));
    }

    [Fact]
    public void ScheduleOfAnotherCluster_TakesNothingHere() => Assert.Equal(
        "unbounded",
        Rpo(new TestGraph().Manifests().Cluster().Cluster("away", "eu-central-1").Class("disks", "ebs.csi.aws.com").Set()
            .Object("kubernetes:velero.io/v1:Schedule", "six-hourly", Schedule(""" "defaultVolumesToFsBackup": true """), "away", "velero")
            .Object("kubernetes:velero.io/v1:BackupStorageLocation", "backups", Location("eu-central-1"), "away", "velero"), Disruption.Corruption));

    private static string Rpo(TestGraph graph, Disruption disruption) => Word(graph.Outcome(disruption).Rpo.Figure);

    private static TestGraph OnFiles(string template) => Velero(template)
        .Add("aws:efs/fileSystem:FileSystem", "files-1", "{}", id: "fs-1")
        .Class("files", "efs.csi.aws.com", """ "parameters": { "fileSystemId": "fs-1" }, """).Claims("files")
        .Object(Deployment, "web", """
            "spec": { "replicas": 2,
              "template": { "spec": { "containers": [], "volumes": [{ "name": "d", "persistentVolumeClaim": { "claimName": "data" } }] } } }
            """);

    private static TestGraph Velero(string template, string region = "eu-central-1") => new TestGraph().Manifests().Cluster().Cluster("away", "eu-central-1")
        .Class("disks", "ebs.csi.aws.com")
        .Object("kubernetes:snapshot.storage.k8s.io/v1:VolumeSnapshotClass", "snapshots", """ "driver": "ebs.csi.aws.com" """,
            labels: """{ "velero.io/csi-volumesnapshot-class": "true" }""")
        .Object("kubernetes:velero.io/v1:BackupStorageLocation", "backups", Location(region), space: "velero")
        .Object("kubernetes:velero.io/v1:Schedule", "six-hourly", Schedule(template), space: "velero");

    private static string Location(string region) =>
        $$""" "spec": { "default": true, "objectStorage": { "bucket": "velero-store" }, "config": { "region": "{{region}}" } } """;

    private static string Schedule(string template) => $$""" "spec": { "schedule": "0 */6 * * *", "template": { {{template}} } } """;
}
