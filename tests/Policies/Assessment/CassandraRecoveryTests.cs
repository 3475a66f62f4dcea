using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Policies.Rules.Containers;
using DrInfra.Policies.Rules.Databases;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;
using static DrInfra.Tests.Policies.Assessment.CassandraGraph;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>Cassandra of cass-operator and K8ssandra: a rack is where its nodes are pinned, whatever it is called.</summary>
[Trait("Practice", "H1")]
public class CassandraRecoveryTests
{
    private const string Sized = """[{ "name": "demo", "kind": "wide-column", "sizeGb": 40, "changeGbPerDay": 1 }]""";
    private const string Assumption = "cassandra-unreplicated";

    public static TheoryData<string> Sound => [.. SoundOnes.Keys];

    public static TheoryData<string, string> Unsound => Pairs(UnsoundOnes);

    private static readonly Dictionary<string, Func<TestGraph>> SoundOnes = new()
    {
        ["K8ssandra, racks by zone"] = () => Stack().K8ssandra(Pinned()),
        ["K8ssandra, racks of all datacenters"] = () => Stack().K8ssandra(null, shared: $"\"racks\": {Pinned()},"),
        ["cass-operator, racks by zone"] = () => Stack().CassOperator(Pinned()),
        ["cass-operator, former field zone"] =
            () => Stack().CassOperator(Racks("\"zone\": \"eu-west-1a\"", "\"zone\": \"eu-west-1b\"", "\"zone\": \"eu-west-1c\"")),
        ["label of the driver of EBS"] = () => Stack().CassOperator(Pinned(label: "topology.ebs.csi.aws.com/zone")),
        ["ids of zones"] = () => Stack().CassOperator(
            Racks(Zone("euw1-az1", "topology.k8s.aws/zone-id"), Zone("euw1-az2", "topology.k8s.aws/zone-id"), Zone("euw1-az3", "topology.k8s.aws/zone-id"))),
        ["affinity of each rack"] = () => Stack().CassOperator(Racks(Affinity("eu-west-1a"), Affinity("eu-west-1b"), Affinity("eu-west-1c"))),
        ["a label of the datacenter that all zones share"] =
            () => Stack("""{ "role": "data" }""").CassOperator(Pinned(), """ "nodeAffinityLabels": { "role": "data" }, """),
    };

    private static readonly Dictionary<string, (Func<TestGraph> Graph, string Why)> UnsoundOnes = new()
    {
        ["K8ssandra, names only"] = (() => Stack().K8ssandra(Racks("", "", "")), "the rack r1 of dc1 is pinned to no zone"),
        ["cass-operator, names only"] = (() => Stack().CassOperator(Racks("", "", "")), "the rack r1 of dc1 is pinned to no zone"),
        ["no racks"] = (() => Stack().CassOperator(null), "the rack default of dc1 is pinned to no zone"),
        ["one zone for all"] = (
            () => Stack().K8ssandra(Racks(Zone("eu-west-1a"), Zone("eu-west-1a"), Zone("eu-west-1a"))),
            "the racks r1 and r2 and r3 of dc1 are all in eu-west-1a"),
        ["two racks in one zone"] = (
            () => Stack().K8ssandra(Racks(Zone("eu-west-1a"), Zone("eu-west-1b"), Zone("eu-west-1b"))), "the racks r2 and r3 of dc1 are all in eu-west-1b"),
        ["two of three pinned"] = (() => Stack().K8ssandra(Racks(Zone("eu-west-1a"), Zone("eu-west-1b"), "")), "the rack r3 of dc1 is pinned to no zone"),
        ["label of the datacenter"] = (
            () => Stack().CassOperator(Racks("", "", ""), $$""" "nodeAffinityLabels": { "{{ZoneLabel}}": "eu-west-1a" }, """),
            "the racks r1 and r2 and r3 of dc1 are all in eu-west-1a"),
        ["selector of the datacenter"] = (
            () => Stack().CassOperator(Racks("", "", ""), $$""" "nodeSelector": { "{{ZoneLabel}}": "eu-west-1b" }, """),
            "the racks r1 and r2 and r3 of dc1 are all in eu-west-1b"),
        ["former field zone, one zone"] = (
            () => Stack().CassOperator(Racks("\"zone\": \"eu-west-1a\"", "\"zone\": \"eu-west-1a\"", "\"zone\": \"eu-west-1c\"")),
            "the racks r1 and r2 of dc1 are all in eu-west-1a"),
        ["label of the Region"] = (() => Stack().CassOperator(Pinned(label: "topology.kubernetes.io/region")), "the rack r1 of dc1 is pinned to no zone"),
        ["label of the instance type"] = (
            () => Stack().CassOperator(Pinned(label: "node.kubernetes.io/instance-type")), "the rack r1 of dc1 is pinned to no zone"),
        ["own label that no nodes have"] = (
            () => Stack().CassOperator(Pinned(label: "rack")), "the rack r1 of dc1 is pinned by rack, a label that no declared nodes of its cluster have"),
        ["own label of nodes in three zones"] = (
            () => Stack("""{ "rack": "data" }""").CassOperator(Racks(Zone("data", "rack"), Zone("data", "rack"), Zone("data", "rack"))),
            "the rack r1 of dc1 may be in eu-west-1a or eu-west-1b or eu-west-1c"),
        ["zones without nodes"] = (
            () => Stack(zones: "a").CassOperator(Pinned()), "the rack r2 of dc1 is pinned to eu-west-1b, where no declared nodes of its cluster are"),
        ["one rack"] = (() => Stack().K8ssandra(Racks(Zone("eu-west-1a"))), "all nodes of dc1 are one rack, in eu-west-1a"),
        ["fewer nodes than racks"] = (() => Stack().CassOperator(Pinned(), size: 2), "dc1 has 3 racks, but only 2 nodes"),
        ["preferred, not required"] = (
            () => Stack().CassOperator(Racks(Preferred("eu-west-1a"), Preferred("eu-west-1b"), Preferred("eu-west-1c"))),
            "the rack r1 of dc1 is pinned to no zone"),

        // Kubernetes takes a node that satisfies one of the terms.
        ["another term beside the labels"] = (
            () => Stack().CassOperator(Racks($"{Zone("eu-west-1a")}, {Affinity("eu-west-1b")}", Zone("eu-west-1b"), Zone("eu-west-1c"))),
            "the rack r1 of dc1 may be in eu-west-1a or eu-west-1b"),
    };

    [Theory]
    [MemberData(nameof(Sound))]
    public void RacksInZonesOfTheirOwn_HangOnTheReplicationOfTheKeyspacesAlone(string sample)
    {
        var graph = SoundOnes[sample]();

        Assert.Contains(Assumption, graph.Outcome(Disruption.Zone).Because, StringComparison.Ordinal);
        Assert.Equal(ObjectiveVerdict.MetOnAssumption, graph.Outcome(Disruption.Zone, Known).Verdict);
        Assert.Equal(ObjectiveVerdict.MetOnAssumption, graph.Outcome(Disruption.Instance, Known).Verdict);
        Assert.Empty(graph.Violations(new CassandraRacksAreInZonesOfTheirOwn()));
    }

    [Theory]
    [MemberData(nameof(Unsound))]
    public void RacksThatShareAZone_LoseItWhateverIsAssumed(string sample, string why)
    {
        var graph = UnsoundOnes[sample].Graph();

        var outcome = graph.Outcome(Disruption.Zone, Known);

        Assert.Equal(ObjectiveVerdict.Breached, outcome.Verdict);
        Assert.Contains(why, outcome.Because, StringComparison.Ordinal);
        Assert.Contains(why, Assert.Single(graph.Violations(new CassandraRacksAreInZonesOfTheirOwn())), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[{ "name": "r1", "nodeAffinityLabels": "?" }]""")]
    [InlineData("\"?\"")]
    [InlineData("""
        [{ "name": "r1", "nodeAffinityLabels": { "topology.kubernetes.io/zone": "eu-west-1a" } },
         { "name": "r2", "nodeAffinityLabels": { "topology.kubernetes.io/zone": "eu-west-1b" } }]
        """)]
    public void WhatNothingTells_IsUnknown(string racks)
    {
        var graph = Stack().K8ssandra(racks);

        Assert.Equal(ObjectiveVerdict.Unknown, graph.Outcome(Disruption.Zone, Known).Verdict);
        Assert.Single(graph.Unknown(new CassandraRacksAreInZonesOfTheirOwn()));
    }

    [Fact]
    public void LabelOfNodesThatAnotherProgramDeclares_IsUnknown()
    {
        var graph = new TestGraph().Manifests().Cluster().Class("disks", "ebs.csi.aws.com").CassOperator(Pinned(label: "rack"));

        Assert.Equal(ObjectiveVerdict.Unknown, graph.Outcome(Disruption.Zone, Known).Verdict);
    }

    [Fact]
    public void OneNode_IsBackWithItsVolume()
    {
        var graph = Stack().CassOperator(Racks(Zone("eu-west-1a")), size: 1);

        Assert.Equal(ObjectiveVerdict.Breached, graph.Outcome(Disruption.Zone, Known).Verdict);
        Assert.Contains("replicas on other nodes", graph.Assess(Known).Stores[0].Copies.Select(copy => copy.Kind));
    }

    [Fact]
    public void StoppedDatacenter_ServesNobody()
    {
        var graph = Stack().K8ssandra(Pinned(), """ "stopped": true, """);

        Assert.Equal(ObjectiveVerdict.Breached, graph.Outcome(Disruption.Instance, Known).Verdict);
        Assert.Equal(["demo: dc1 is stopped: it has no pods"], graph.Violations(new CassandraDatacenterRuns()));
    }

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 0)]
    public void NodesOnOneWorker_AreToldWhereRacksDoNotKeepThemApart(bool shared, int findings)
    {
        var loose = Stack().K8ssandra(Racks("", "", ""), $"\"softPodAntiAffinity\": {(shared ? "true" : "false")},");
        var apart = Stack().K8ssandra(Pinned(), """ "softPodAntiAffinity": true, """);
        var operators = Stack().CassOperator(Racks("", "", ""), $"\"allowMultipleNodesPerWorker\": {(shared ? "true" : "false")},");

        Assert.Equal(findings, loose.Violations(new CassandraNodesAreOnWorkersOfTheirOwn()).Length);
        Assert.Equal(findings, operators.Violations(new CassandraNodesAreOnWorkersOfTheirOwn()).Length);
        Assert.Empty(apart.Violations(new CassandraNodesAreOnWorkersOfTheirOwn()));
        Assert.Equal(shared ? ObjectiveVerdict.Breached : ObjectiveVerdict.MetOnAssumption, loose.Outcome(Disruption.Instance, Known).Verdict);
    }

    // The sample of K8ssandra over two contexts: racks tell the Region of a datacenter.
    [Theory]
    [InlineData("", ObjectiveVerdict.MetOnAssumption)]
    [InlineData(""" "stopped": true, """, ObjectiveVerdict.Breached)]
    public void DatacenterInAnotherRegion_SurvivesTheLossOfTheFirst(string more, ObjectiveVerdict verdict)
    {
        var graph = Stack().K8ssandra(Pinned(), """ "k8sContext": "west", """, others: $$"""
            , { "metadata": { "name": "dc2" }, "k8sContext": "central", {{more}} "size": 3, "racks": {{Pinned("eu-central-1")}} }
            """);

        Assert.Equal(verdict, graph.Outcome(Disruption.Region, Known).Verdict);
    }

    [Fact]
    public void DatacenterOfAContextThatNothingTies_IsUnknown()
    {
        var graph = Stack().K8ssandra(Pinned(), others: """, { "metadata": { "name": "dc2" }, "k8sContext": "central", "size": 3 }""");

        Assert.Equal(ObjectiveVerdict.Unknown, graph.Outcome(Disruption.Region, Known).Verdict);
    }

    [Fact]
    public void DatacenterOfAnotherProgram_IsUnknown()
    {
        var graph = Stack().K8ssandra(Pinned(), beside: """, "externalDatacenters": ["dc2"] """);

        Assert.Equal(ObjectiveVerdict.Unknown, graph.Outcome(Disruption.Region, Known).Verdict);
    }

    [Theory]
    [InlineData(""" "additionalSeeds": ["10.1.0.4"], """, 1)]
    [InlineData("", 2)]
    public void DatacentersOfTwoClusters_AreOneStoreIfTheyKnowEachOther(string seeds, int stores)
    {
        var graph = Stack().Cluster("central", "eu-central-1").CassOperator(Pinned()).CassOperator(Pinned("eu-central-1"), seeds, "dc2", "central");

        Assert.Equal(stores, graph.Assess(Known).Stores.Count);
    }

    [Theory]
    [InlineData("eu-central-1", "", "Unbounded")]
    [InlineData("eu-west-1", "", "Lost")]
    [InlineData("eu-central-1", """ "disabled": true, """, "Lost")]
    [InlineData("eu-central-1", """ "operationType": "purge", """, "None")]
    public void MedusaBackups_SurviveWhereTheirBucketIsAndSomethingIsThereToRestoreInto(string region, string more, string use)
    {
        var graph = Stack().K8ssandra(Pinned(), beside: Medusa(region)).Backups(more);

        Assert.Equal(use, Use(graph, Disruption.Region));
    }

    // Gotcha 39: names of datacenter and racks must be the same.
    [Theory]
    [InlineData("dc1", "eu-central-1", "Bounded")]
    [InlineData("dc2", "eu-central-1", "Unbounded")]
    public void Gotcha39_MedusaRestoresIntoTheSameNamesOnly(string name, string region, string use)
    {
        var graph = Stack(stores: Sized).Cluster("central", region).K8ssandra(Pinned(), beside: Medusa(region)).Backups()
            .CassOperator(Pinned(region), name: name, cluster: "central");

        Assert.Equal(use, Use(graph, Disruption.Region));
    }

    [Theory]
    [InlineData("\"maxBackupAge\": 7,", "Bounded")]
    [InlineData("\"maxBackupCount\": 5,", "Bounded")]
    [InlineData("", "Bounded")]
    public void MedusaBackups_ReachBackAsLongAsTheyAreKept(string kept, string use) =>
        Assert.Equal(use, Use(Stack(stores: Sized).K8ssandra(Pinned(), beside: Medusa("eu-central-1", kept)).Backups(), Disruption.Corruption));

    [Fact]
    public void BackupsOfAnHour_AreGoneBeforeAnybodyNotices()
    {
        var graph = Stack().K8ssandra(Pinned(), beside: Medusa("eu-central-1", "\"maxBackupCount\": 1,")).Backups(cron: "0 * * * *");

        Assert.Equal("Lost", Use(graph, Disruption.Corruption));
    }

    [Theory]
    [InlineData("""{ "storageProvider": "google_storage", "bucketName": "backups" }""")]
    [InlineData("""{ "storageProvider": "s3_compatible", "bucketName": "backups", "host": "minio.minio.svc" }""")]
    public void BackupsOutsideOfAws_AreUnknown(string storage) =>
        Assert.Equal("Unknown", Use(Stack().K8ssandra(Pinned(), beside: $", \"medusa\": {{ \"storageProperties\": {storage} }}").Backups(), Disruption.Region));

    [Theory]
    [InlineData("", "nightly", "\"disabled\": true,", "nightly: the schedule nightly is disabled")]
    [InlineData("", "dc1", "", "demo: demo has no Medusa that the schedule nightly could start")]
    [InlineData("medusa", "dc9", "", "nightly: no datacenter dc9 is declared in its namespace")]
    [InlineData("volume", "dc1", "", "demo: its backups are on a volume beside it")]
    public void ScheduleThatMakesNoBackup_IsAViolation(string medusa, string datacenter, string more, string message)
    {
        var beside = medusa switch
        {
            "medusa" => Medusa("eu-central-1"),
            "volume" => """, "medusa": { "storageProperties": { "podStorage": { "size": "10Gi" } } } """,
            _ => "",
        };
        var graph = Stack().K8ssandra(Pinned(), beside: beside).Backups(more, datacenter == "nightly" ? "dc1" : datacenter);

        Assert.Equal([message], graph.Violations(new CassandraBackupsAreMade()));
    }

    [Fact]
    public void ScheduleWithACronThatIsNone_IsAViolation() => Assert.Equal(
        ["nightly: the schedule nightly is not valid: every night"],
        Stack().K8ssandra(Pinned(), beside: Medusa("eu-central-1")).Backups(cron: "every night").Violations(new CassandraBackupsAreMade()));

    [Fact]
    public void SharedConfiguration_IsWhereTheBucketIs()
    {
        var graph = Stack().K8ssandra(Pinned(), beside: """, "medusa": { "medusaConfigurationRef": { "name": "shared" } } """).Backups()
            .Object(
                Configuration, "shared",
                """ "spec": { "storageProperties": { "storageProvider": "s3", "bucketName": "backups", "region": "eu-central-1" } } """);

        Assert.Empty(graph.Violations(new CassandraBackupsAreMade()));
        Assert.Equal("Unbounded", Use(graph, Disruption.Region));
    }

    [Theory]
    [InlineData("Retain", 0)]
    [InlineData("Delete", 1)]
    public void VolumesOfADatacenter_OutliveIt(string policy, int findings) => Assert.Equal(
        findings,
        (policy == "Retain" ? Stack() : Stack().With("disks", "reclaimPolicy", policy)).K8ssandra(Pinned()).Violations(new VolumeOutlivesItsClaim()).Length);

    [Fact]
    public void Operators_AreNotUnread()
    {
        var graph = Stack().K8ssandra(Pinned(), beside: Medusa("eu-central-1")).Backups().CassOperator(Pinned(), name: "dc9");

        Assert.DoesNotContain(
            UnreadTypes.Of(Estate.Of([graph.Build()], AwsNames.Instance)), type => type.Type.StartsWith("kubernetes:", StringComparison.Ordinal));
    }

    private static DrInfra.Recovery.Settings.RecoverySettings Known => Assessed.Assumptions with
    {
        Assumptions =
        [
            .. Assessed.Assumptions.Assumptions,
            .. new[] { Assumption, "cassandra-failover", "cassandra-lag", "attach" }
                .Select(id => Assessed.Assumptions.Assumptions[0] with { Id = id, Value = 60 }),
        ],
    };

    private static string Use(TestGraph graph, Disruption disruption)
    {
        var copy = graph.Assess(Known).Stores.SelectMany(store => store.Copies).FirstOrDefault(found => found.Kind == "Medusa backup");
        return copy is null ? "None"
            : copy.Lost.ContainsKey(disruption) ? "Lost"
            : copy.Uses[disruption] is var use && use.Staleness.Figure.IsUnknown ? "Unknown"
            : (use.Staleness.Figure + use.Recovery.Figure).IsUnbounded ? "Unbounded" : "Bounded";
    }

    private static string Medusa(string region, string more = "") =>
        $$""", "medusa": { "storageProperties": { {{more}} "storageProvider": "s3", "bucketName": "backups", "region": "{{region}}" } } """;

    private static string Affinity(string zone) => $$"""
        "affinity": { "nodeAffinity": { "requiredDuringSchedulingIgnoredDuringExecution": { "nodeSelectorTerms": [
          { "matchExpressions": [{ "key": "{{ZoneLabel}}", "operator": "In", "values": ["{{zone}}"] }] }] } } }
        """;

    private static string Preferred(string zone) => $$"""
        "affinity": { "nodeAffinity": { "preferredDuringSchedulingIgnoredDuringExecution": [{ "weight": 100, "preference": {
          "matchExpressions": [{ "key": "{{ZoneLabel}}", "operator": "In", "values": ["{{zone}}"] }] } }] } }
        """;

    private static TheoryData<string, string> Pairs(Dictionary<string, (Func<TestGraph> Graph, string Why)> samples)
    {
        var data = new TheoryData<string, string>();
        foreach (var (name, sample) in samples)
        {
            data.Add(name, sample.Why);
        }

        return data;
    }
}
