using DrInfra.Policies.Rules.Backup;
using DrInfra.Recovery;
using static DrInfra.Tests.Policies.Assessment.ClusterObjects;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>Volumes of pods: what they are made of, and what backs them up.</summary>
public class VolumeRecoveryTests
{
    private const string FileSystem = "aws:efs/fileSystem:FileSystem";

    [Theory]
    [InlineData("ebs.csi.aws.com", "bounded", "unbounded")]
    [InlineData("ebs.csi.eks.amazonaws.com", "bounded", "unbounded")]
    [InlineData("kubernetes.io/aws-ebs", "bounded", "unbounded")]
    [InlineData("rancher.io/local-path", "unbounded", "unbounded")]
    [InlineData("fsx.csi.aws.com", "unknown", "unknown")]
    [InlineData("driver.longhorn.io", "unknown", "unknown")]
    [InlineData("?", "unknown", "unknown")]
    public void Claim_SurvivesWhatItsDriversVolumesSurvive(string provisioner, string instance, string zone)
    {
        var graph = Stack().Class("disks", provisioner).Claims();

        Assert.Equal(instance, Rpo(graph, Disruption.Instance));
        Assert.Equal(zone, Rpo(graph, Disruption.Zone));
        Assert.Equal("unbounded", Rpo(graph, Disruption.Corruption));
    }

    [Fact]
    public void TemplateOfASet_IsAStoreOfTheSizeThatItAsksFor()
    {
        var store = Assert.Single(Stack().Class("disks", "ebs.csi.aws.com").Set().Assess().Stores);

        Assert.Equal("db/data", store.Label);
        Assert.Equal("orders", store.Workload);
        Assert.Equal("eu-west-1", store.Home);
        Assert.Equal(107.374, store.SizeGb!.Value, 3);
    }

    [Fact]
    public void SetWithoutClaims_HoldsNothing() =>
        Assert.Empty(Stack().Object(StatefulSet, "web", """ "spec": { "template": { "spec": { "containers": [] } } } """).Assess().Stores);

    [Fact]
    public void SetWhoseClaimsAreNotKnown_IsUnknown() =>
        Assert.Equal("unknown", Rpo(Stack().Object(StatefulSet, "db", """ "spec": { "volumeClaimTemplates": "?" } """), Disruption.Zone));

    [Theory]
    [InlineData("""{ "storageclass.kubernetes.io/is-default-class": "true" }""", "unbounded")]
    [InlineData("{}", "unknown")]
    public void ClaimWithoutAClass_IsOfTheDefaultClass(string annotations, string zone)
    {
        var graph = Stack().Class("disks", "ebs.csi.aws.com").With("disks", "metadata/annotations", TestGraph.Inputs(annotations))
            .Object(Claim, "data", """ "spec": { "resources": { "requests": { "storage": "1Gi" } } } """);

        Assert.Equal(zone, Rpo(graph, Disruption.Zone));
    }

    [Theory]
    [InlineData("gp2", "unbounded")]
    [InlineData("fast", "unknown")]
    public void UndeclaredClass_IsUnknownUnlessEksMakesIt(string name, string zone) => Assert.Equal(zone, Rpo(Stack().Claims(name), Disruption.Zone));

    [Theory]
    [InlineData("{ }", "bounded")]
    [InlineData("""{ "availabilityZoneName": "" }""", "bounded")]
    [InlineData("""{ "availabilityZoneName": "eu-west-1a" }""", "unbounded")]
    public void ClaimOnAFileSystem_IsInTheFileSystemsStore(string files, string zone)
    {
        foreach (var graph in OnFiles(files))
        {
            graph.Add("aws:efs/backupPolicy:BackupPolicy", "policy", """{ "fileSystemId": "fs-1", "backupPolicy": { "status": "DISABLED" } }""");
            var store = Assert.Single(graph.Assess().Stores);

            Assert.Equal(FileSystem, store.Node.Type);
            Assert.Equal("orders", store.Workload);
            Assert.Contains(store.Members, member => member.Type == Claim);
            Assert.Equal(zone, Rpo(graph, Disruption.Zone));
            Assert.Empty(graph.Assess().Unclassified);
        }
    }

    // Of the class, of a volume with an access point, of a volume that the claim names, of a server by name.
    private static IEnumerable<TestGraph> OnFiles(string files)
    {
        yield return Files(files).Class("files", "efs.csi.aws.com", """ "parameters": { "fileSystemId": "fs-1" }, """).Claims("files");
        yield return Files(files).Class("files", "efs.csi.aws.com").Claims("files")
            .Object(Volume, "pv", """ "spec": { "storageClassName": "files", "csi": { "driver": "efs.csi.aws.com", "volumeHandle": "fs-1::fsap-2" } } """);
        yield return Files(files).Object(Claim, "data", """ "spec": { "storageClassName": "", "volumeName": "pv" } """)
            .Object(Volume, "pv", """ "spec": { "csi": { "driver": "efs.csi.aws.com", "volumeHandle": "fs-1:/data" } } """);
        yield return Files(files).Object(Claim, "data", """ "spec": { "storageClassName": "" } """).Object(Volume, "pv", """
            "spec": { "claimRef": { "namespace": "orders", "name": "data" }, "nfs": { "server": "fs-1.efs.eu-west-1.amazonaws.com", "path": "/" } }
            """);
        yield return Files(files).Object(Claim, "data", """ "spec": { "volumeName": "pv" } """)
            .Object(Volume, "pv", """ "spec": { "csi": { "driver": "efs.csi.aws.com", "volumeHandle": "fs-1" } } """)
            .Object(Deployment, "web", """
                "spec": { "template": { "spec": { "containers": [], "volumes": [{ "name": "d", "nfs": { "server": "fs-1.efs.eu-west-1.amazonaws.com" } }] } } }
                """);
        yield return Files(files).Object(
            StorageClass, "files", """ "provisioner": "efs.csi.aws.com", "parameters": "?" """, dependencies: ("parameters", FileSystem, "files-1"))
            .Claims("files");
    }

    [Fact]
    public void PodThatNamesAServerItself_HoldsDataThere()
    {
        var store = Assert.Single(Stack().Object(Deployment, "web", """
            "spec": { "template": { "spec": { "containers": [], "volumes": [{ "name": "share", "nfs": { "server": "10.0.0.7", "path": "/" } }] } } }
            """).Assess().Stores);

        Assert.Equal("web/share", store.Label);
        Assert.Equal("unknown", Word(store.Copies[0].Uses[Disruption.Zone].Staleness.Figure));
    }

    [Theory]
    [InlineData("/data", "", "", true)]
    [InlineData("/mnt/disks/", "DirectoryOrCreate", "", true)]
    [InlineData("/data", "Socket", "", false)]
    [InlineData("/data", "", """, "readOnly": true""", false)]
    [InlineData("/var/log/pods", "", "", false)]
    [InlineData("/var/logs", "", "", true)]
    [InlineData("/", "", "", false)]
    public void PodThatWritesToAFolderOfItsNode_HoldsDataThere(string path, string type, string mount, bool holds)
    {
        var stores = Stack().Object(Deployment, "web", $$"""
            "spec": { "template": { "spec": { "volumes": [{ "name": "folder", "hostPath": { "path": "{{path}}", "type": "{{type}}" } }],
              "containers": [{ "volumeMounts": [{ "name": "folder", "mountPath": "/data"{{mount}} }] }] } } }
            """).Assess().Stores;

        Assert.Equal(holds, stores.Count == 1);
        Assert.All(stores, store => Assert.Equal("web/folder", store.Label));
        Assert.All(
            stores.SelectMany(store => store.Copies),
            copy => Assert.DoesNotContain(copy.Uses.Keys, use => use is Disruption.Instance or Disruption.Zone));
    }

    [Fact]
    public void ClaimOnAFileSystemOfSomebodyElse_IsUnknown() => Assert.Equal(
        "unknown",
        Rpo(Stack().Class("files", "efs.csi.aws.com", """ "parameters": { "fileSystemId": "fs-9" }, """).Claims("files"), Disruption.Zone));

    [Theory]
    [InlineData("ENABLED", "bounded")]
    [InlineData("DISABLED", "unbounded")]
    [InlineData("?", "unknown")]
    [InlineData(null, "bounded")]
    public void FilesOfOneZone_AreBackedUpUnlessThatIsSwitchedOff(string? status, string corruption)
    {
        var graph = Files("""{ "availabilityZoneName": "eu-west-1a", "tags": { "dr:workload": "orders" } }""");
        if (status is not null)
        {
            graph.Add("aws:efs/backupPolicy:BackupPolicy", "policy", $$"""{ "fileSystemId": "fs-1", "backupPolicy": { "status": "{{status}}" } }""");
        }

        Assert.Equal(corruption, Rpo(graph, Disruption.Corruption));
    }

    [Theory]
    [InlineData(""" "parameters": { "tagSpecification_1": "backup=daily" }, """, "{}", "bounded")]
    [InlineData(""" "parameters": { "tagSpecification_1": "backup=never" }, """, "{}", "unbounded")]
    [InlineData(""" "parameters": { "tagSpecification_1": "backup={{ .PVCName }}" }, """, "{}", "unknown")]
    [InlineData(""" "parameters": "?", """, "{}", "unknown")]
    [InlineData("", """{ "backup": "daily" }""", "unbounded")]
    public void BackupPlan_TakesVolumesByTheTagsOfTheirClass(string parameters, string labels, string corruption) => Assert.Equal(
        corruption, Rpo(Plan(Stack(), "backup", "daily").Class("disks", "ebs.csi.aws.com", parameters).Claims(labels: labels), Disruption.Corruption));

    [Theory]
    [InlineData("daily", 0)]
    [InlineData("never", 1)]
    public void SelectionThatTakesVolumesOfADriverAlone_TakesAStore(string value, int violations) => Assert.Equal(
        violations,
        Plan(Stack(), "backup", value).Class("disks", "ebs.csi.aws.com", """ "parameters": { "tagSpecification_1": "backup=daily" }, """).Claims()
            .Violations(new BackupSelectionTakesAStore()).Length);

    [Theory]
    [InlineData("ebs.csi.aws.com/cluster", "true", "bounded")]
    [InlineData("kubernetes.io/created-for/pvc/namespace", "orders", "unknown")]
    [InlineData("team", "blue", "bounded")]
    [InlineData("team", "red", "unbounded")]
    public void BackupPlan_TakesVolumesByTheTagsOfTheDriver(string key, string value, string corruption) => Assert.Equal(
        corruption,
        Rpo(
            Plan(Stack(), key, value).Class("disks", "ebs.csi.aws.com").Claims().Add("aws:eks/addon:Addon", "driver", """
                { "clusterName": "east", "addonName": "aws-ebs-csi-driver",
                  "configurationValues": "{\"controller\":{\"extraVolumeTags\":{\"team\":\"blue\"}}}" }
                """),
            Disruption.Corruption));

    [Theory]
    [InlineData("API", "bounded")]
    [InlineData("API_AND_CONFIG_MAP", "bounded")]
    [InlineData("CONFIG_MAP", "unbounded")]
    [InlineData("?", "unknown")]
    public void BackupOfTheCluster_HoldsItsVolumesAndBringsNoRegionBack(string mode, string corruption)
    {
        var graph = Plan(new TestGraph().Manifests().Cluster(mode: mode), "cluster", "east", copied: true)
            .With("east", "tags", TestGraph.Inputs("""{ "cluster": "east" }""")).Class("disks", "ebs.csi.aws.com").Claims();

        Assert.Equal(corruption, Rpo(graph, Disruption.Corruption));
        Assert.Equal(corruption, Rpo(graph, Disruption.Region));
        Assert.Equal("unbounded", corruption == "unknown" ? "unbounded" : Word(graph.Outcome(Disruption.Region).Rto.Figure));
    }

    [Theory]
    [InlineData("ENABLED", "daily", "bounded")]
    [InlineData("DISABLED", "daily", "unbounded")]
    [InlineData("ENABLED", "weekly", "unbounded")]
    [InlineData("?", "daily", "unknown")]
    public void LifecyclePolicy_TakesSnapshotsByTagAndCopiesThem(string state, string tag, string figure)
    {
        var graph = Stack().Class("disks", "ebs.csi.aws.com", """ "parameters": { "tagSpecification_1": "backup=daily" }, """).Claims()
            .Add("aws:dlm/lifecyclePolicy:LifecyclePolicy", "snapshots", $$"""
                { "state": "{{state}}", "policyDetails": { "resourceTypes": ["VOLUME"], "targetTags": { "backup": "{{tag}}" }, "schedules": [{
                  "createRule": { "interval": 12, "intervalUnit": "HOURS" }, "retainRule": { "count": 14 },
                  "crossRegionCopyRules": [{ "target": "eu-central-1", "retainRule": { "interval": 7, "intervalUnit": "DAYS" } }] }] } }
                """);

        Assert.Equal(figure, Rpo(graph, Disruption.Corruption));
        Assert.Equal(figure, Rpo(graph, Disruption.Region));
        if (figure == "bounded")
        {
            Assert.Equal((12 * 3600) + 3600 + (20 * 60), graph.Outcome(Disruption.Region).Rpo.Figure.Worst);
        }
    }

    private static string Rpo(TestGraph graph, Disruption disruption) => Word(graph.Outcome(disruption).Rpo.Figure);

    private static TestGraph Stack() => new TestGraph().Manifests().Cluster();

    private static TestGraph Files(string inputs) =>
        Stack().Add(
            FileSystem, "files-1", inputs, id: "fs-1",
            outputs: """{ "id": "fs-1", "arn": "arn:aws:elasticfilesystem:eu-west-1:111122223333:file-system/fs-1" }""");

    private static TestGraph Plan(TestGraph graph, string key, string value, bool copied = false)
    {
        const string Copy = """
            "copyActions": [{ "destinationVaultArn": "arn:aws:backup:eu-central-1:111122223333:backup-vault:away", "lifecycle": { "deleteAfter": 30 } }],
            """;
        return graph.Role("backup")
            .Add("aws:backup/vault:Vault", "home", """{ "name": "home" }""", id: "home",
                outputs: """{ "arn": "arn:aws:backup:eu-west-1:111122223333:backup-vault:home" }""")
            .Add("aws:backup/vault:Vault", "away", """{ "name": "away" }""", "eu-central-1", "away",
                """{ "arn": "arn:aws:backup:eu-central-1:111122223333:backup-vault:away" }""")
            .Add("aws:backup/plan:Plan", "plan", $$"""
                { "name": "plan", "rules": [{ "ruleName": "daily", "targetVaultName": "home", "schedule": "cron(0 5 ? * * *)", {{(copied ? Copy : "")}}
                  "startWindow": 60, "lifecycle": { "deleteAfter": 30 } }] }
                """, id: "plan-1")
            .Add("aws:backup/selection:Selection", "selection", $$"""
                { "name": "tagged", "planId": "plan-1", "iamRoleArn": "arn:aws:iam::111122223333:role/backup",
                  "selectionTags": [{ "type": "STRINGEQUALS", "key": "{{key}}", "value": "{{value}}" }] }
                """);
    }
}
