using System.Text.Json.Nodes;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Policies.Services;

/// <summary>Kafka on Kubernetes: what survives, and the ways in which MirrorMakers copy nothing, or the same for ever.</summary>
public class StrimziPairTests
{
    private const string Circle = "mirrors-run-in-no-circle";
    private const string Spec = "spec/mirrors/0";
    private const string Source = Spec + "/sourceConnector/config";
    private const string Checkpoints = Spec + "/checkpointConnector/config";
    private const string Cluster = "events-" + StrimziPair.Primary;
    private const string Pool = "brokers-" + StrimziPair.Primary;

    [Fact]
    public void Sound_SurvivesAllButTheAccount_AndBreaksNoRuleOfStreams()
    {
        var report = StrimziPair.Build().Check();

        Assert.Equal(
            "",
            string.Join('\n', report.Violations
                .Where(violation => violation.Rule.Area is "streams" or "Streams")
                .Select(violation => $"{violation.Rule.Id} {violation.Urn}: {violation.Message}")));
        Assert.All(
            report.Objectives.Where(outcome => outcome.Disruption != Disruption.Account),
            outcome => Assert.Equal(ObjectiveVerdict.MetOnAssumption, outcome.Verdict));
        Assert.True(report.Of(Disruption.Region).Says("read twice"));
    }

    public static TheoryData<string, string, string> WaysToCopyNothing() => new()
    {
        { "spec/replicas", "0", "replicas is 0" },
        { Spec + "/sourceConnector", "null", "no sourceConnector" },
        { Spec + "/sourceConnector/state", "\"stopped\"", "is stopped" },
        { Spec + "/sourceConnector/pause", "true", "is paused" },
        { Spec + "/topicsPattern", "\"billing.*\"", "leaves out the topic retail.orders" },
        { Spec + "/topicsPattern", $"\"{StrimziPair.Primary}\\\\..*\"", "leaves out the topic retail.orders" },
        { Spec + "/topicsExcludePattern", "\"retail.*\"", "leaves out the topic retail.orders" },
    };

    [Theory]
    [MemberData(nameof(WaysToCopyNothing))]
    public void Mirror_ThatCopiesNothing_IsBreachedAndNamed(string path, string value, string why)
    {
        var report = StrimziPair.Build().With(StrimziPair.There, path, JsonNode.Parse(value)).Check();

        Assert.Contains(report.Breaks("replicator-copies-everything"), finding => finding.Contains(why, StringComparison.Ordinal));
        Assert.Equal(ObjectiveVerdict.Breached, report.Of(Disruption.Region).RpoVerdict);
    }

    [Fact]
    public void SomeTopics_OfAClusterWhoseTopicsNobodyDeclares_AreNoCopy()
    {
        var report = StrimziPair.Build().Without($"retail-{StrimziPair.Primary}").With(StrimziPair.There, Spec + "/topicsPattern", "retail.*").Check();

        Assert.Contains(report.Breaks("replicator-copies-everything"), finding => finding.Contains("only some topics", StringComparison.Ordinal));
        Assert.Equal(ObjectiveVerdict.Breached, report.Of(Disruption.Region).RpoVerdict);
    }

    public static TheoryData<string, string, string> WaysToLoseOffsets() => new()
    {
        { Spec + "/checkpointConnector", "null", "no checkpointConnector" },
        { Checkpoints + "/sync.group.offsets.enabled", "null", "which is the default" },
        { Checkpoints + "/sync.group.offsets.enabled", "false", "sync.group.offsets.enabled is off" },
        { Checkpoints + "/emit.checkpoints.enabled", "false", "emit.checkpoints.enabled is off" },
        { Checkpoints + "/replication.policy.class", "null", "another replication.policy.class" },
        { Spec + "/groupsPattern", "\"billing\"", "some consumer groups only" },
    };

    [Theory]
    [MemberData(nameof(WaysToLoseOffsets))]
    public void Consumers_WithoutOffsets_TakeLonger(string path, string value, string why)
    {
        var sound = StrimziPair.Build().Check().Of(Disruption.Region).Rto.Figure.Worst;
        var report = StrimziPair.Build().With(StrimziPair.There, path, JsonNode.Parse(value)).Check();

        Assert.Contains(report.Breaks("replicator-copies-offsets"), finding => finding.Contains(why, StringComparison.Ordinal));
        Assert.True(report.Of(Disruption.Region).Rto.Figure.Worst > sound);
    }

    [Fact]
    public void DefaultNames_AreAFinding_AndTimeForClients()
    {
        var report = StrimziPair.Build().With(StrimziPair.There, Source + "/replication.policy.class", null)
            .With(StrimziPair.There, Checkpoints + "/replication.policy.class", null).Check();

        Assert.Single(report.Breaks("replicator-keeps-topic-names"));
        Assert.True(report.Of(Disruption.Region).Says("stream-topic-names"));
    }

    [Theory]
    [InlineData("spec/kafka/rack", "null", ObjectiveVerdict.Breached, "no rack keeps the replicas")]
    [InlineData("spec/kafka/rack/topologyKey", "\"kubernetes.io/hostname\"", ObjectiveVerdict.Breached, "which is no zone")]
    [InlineData("spec/kafka/template", "null", ObjectiveVerdict.Unknown, "nothing requires it")]
    [InlineData(
        "spec/kafka/template/pod/topologySpreadConstraints/0/whenUnsatisfiable", "\"ScheduleAnyway\"", ObjectiveVerdict.Unknown, "nothing requires it")]
    [InlineData("spec/kafka/config", "{}", ObjectiveVerdict.MetOnAssumption, "topics have 1 replicas")]
    public void Brokers_ThatMayShareAZone_AreNotCounted(string path, string value, ObjectiveVerdict zone, string why)
    {
        var report = StrimziPair.Build().With(Cluster, path, JsonNode.Parse(value)).Check();

        Assert.Equal(zone, report.Of(Disruption.Zone).Verdict);
        Assert.Contains(report.Breaks("kafka-spans-zones").Concat(report.Breaks("kafka-keeps-copies")), finding =>
            finding.Contains(why, StringComparison.Ordinal));
    }

    [Fact]
    public void PoolsThatEachStandInOneZone_AreASpread()
    {
        var graph = StrimziPair.Build().With(Cluster, "spec/kafka/template", null).Without(Pool);
        foreach (var zone in "abc")
        {
            graph.Object("kubernetes:kafka.strimzi.io/v1:KafkaNodePool", $"pool-{zone}", $$"""
                { "metadata": { "name": "pool-{{zone}}", "namespace": "orders", "labels": { "strimzi.io/cluster": "events" } },
                  "spec": { "replicas": 1, "roles": ["broker"], "storage": { "type": "persistent-claim", "size": "500Gi" },
                    "template": { "pod": { "affinity": { "nodeAffinity": { "requiredDuringSchedulingIgnoredDuringExecution": { "nodeSelectorTerms": [
                      { "matchExpressions": [{ "key": "topology.kubernetes.io/zone", "operator": "In",
                        "values": ["{{StrimziPair.Primary}}{{zone}}"] }] }] } } } } } } }
                """, StrimziPair.Primary);
        }

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, graph.Check().Of(Disruption.Zone).Verdict);
    }

    [Theory]
    [InlineData("spec/storage/volumes/0/type", "\"ephemeral\"", "the storage is ephemeral")]
    [InlineData("spec/storage/volumes/0/deleteClaim", "true", "deleteClaim is true")]
    public void Volumes_ThatGoWithTheirPods_AreAFinding(string path, string value, string why) => Assert.Contains(
        StrimziPair.Build().With(Pool, path, JsonNode.Parse(value)).Check().Breaks("kafka-keeps-its-volumes"),
        finding => finding.Contains(why, StringComparison.Ordinal));

    [Fact]
    public void TopicWithOneReplica_LosesTheZone()
    {
        var report = StrimziPair.Build().With($"retail-{StrimziPair.Primary}", "spec/replicas", 1).Check();

        Assert.Equal(ObjectiveVerdict.Breached, report.Of(Disruption.Zone).Verdict);
        Assert.Contains(report.Breaks("kafka-keeps-copies"), finding => finding.StartsWith("retail-", StringComparison.Ordinal));
    }

    public static TheoryData<string, string> Overlapping() => new()
    {
        { ".*", ".*" },
        { ".*", @"wholesale\..*" },
        { @"retail\..*", ".*" },
        { @"retail\..*", @"retail\.orders" },
        { "retail.*", ".*orders" },
        { @"retail\..*,stock\..*", @"stock\.eu" },
        { @"retail\..*|stock\..*", "stock.*" },
    };

    [Theory]
    [MemberData(nameof(Overlapping))]
    public void TopicThatTwoMirrorsPassOn_GoesRound(string there, string back)
    {
        var report = StrimziPair.Build().Without(StrimziPair.There).Mirrored(StrimziPair.There, StrimziPair.Primary, StrimziPair.Standby, there)
            .Mirrored(StrimziPair.Back, StrimziPair.Standby, StrimziPair.Primary, back).Check();

        Assert.Equal(2, report.Breaks(Circle).Count);
    }

    public static TheoryData<string, string> Apart() => new()
    {
        { @"retail\..*", @"wholesale\..*" },
        { @"retail\..*,stock\..*", @"wholesale\..*" },
        { "retail.orders", "wholesale.orders" },
    };

    [Theory]
    [MemberData(nameof(Apart))]
    public void TopicsThatEachGoOneWay_DoNot(string there, string back)
    {
        var report = StrimziPair.Build().With(StrimziPair.There, Spec + "/topicsPattern", there)
            .Mirrored(StrimziPair.Back, StrimziPair.Standby, StrimziPair.Primary, back).Check();

        Assert.Empty(report.Breaks(Circle));
        Assert.DoesNotContain(report.Unknown, unknown => unknown.Rule.Id == Circle);
        Assert.Equal(ObjectiveVerdict.MetOnAssumption, report.Of(Disruption.Region).Verdict);
    }

    [Theory]
    [InlineData("topicsExcludePattern", "retail.*", 0)]
    [InlineData("topicsBlacklistPattern", ".*", 0)]
    [InlineData("topicsExcludePattern", "wholesale.*", 2)]
    [InlineData("topicsExcludePattern", null, 2)]
    public void ExclusionPattern_OfAnOlderVersion_Counts(string property, string? without, int findings)
    {
        var report = StrimziPair.Build().With(StrimziPair.There, Spec + "/topicsPattern", @"retail\..*")
            .MirroredBefore(StrimziPair.Back, StrimziPair.Standby, StrimziPair.Primary, ".*", property, without).Check();

        Assert.Equal(findings, report.Breaks(Circle).Count);
    }

    [Fact]
    public void BothOfAnOlderVersion_GoRound() => Assert.Equal(2, StrimziPair.Build().Without(StrimziPair.There)
        .MirroredBefore(StrimziPair.There, StrimziPair.Primary, StrimziPair.Standby)
        .MirroredBefore(StrimziPair.Back, StrimziPair.Standby, StrimziPair.Primary).Check().Breaks(Circle).Count);

    [Fact]
    public void OneDirection_IsNoCircle() => Assert.Empty(StrimziPair.Build().Check().Breaks(Circle));

    [Fact]
    public void PrefixesInBothDirections_AreNone()
    {
        var graph = StrimziPair.Build().Mirrored(StrimziPair.Back, StrimziPair.Standby, StrimziPair.Primary);
        foreach (var mirror in new[] { StrimziPair.There, StrimziPair.Back })
        {
            graph.With(mirror, Source + "/replication.policy.class", null).With(mirror, Checkpoints + "/replication.policy.class", null);
        }

        Assert.Empty(graph.Check().Breaks(Circle));
    }

    // The name grows by the alias with each round.
    [Fact]
    public void PrefixesInOneDirectionOnly_GoRound()
    {
        var graph = StrimziPair.Build().Mirrored(StrimziPair.Back, StrimziPair.Standby, StrimziPair.Primary)
            .With(StrimziPair.Back, Source + "/replication.policy.class", null);

        Assert.Equal(2, graph.Check().Breaks(Circle).Count);
    }

    [Fact]
    public void PatternThatTakesOnlyWhatHasAPrefix_EndsTheRound()
    {
        var graph = StrimziPair.Build().Mirrored(StrimziPair.Back, StrimziPair.Standby, StrimziPair.Primary, @"eu-central-1\..*")
            .With(StrimziPair.There, Spec + "/topicsPattern", @"retail\..*");

        Assert.Empty(graph.Check().Breaks(Circle));
    }

    [Fact]
    public void StoppedMirror_IsNoPartOfACircle() => Assert.Empty(StrimziPair.Build()
        .Mirrored(StrimziPair.Back, StrimziPair.Standby, StrimziPair.Primary).With(StrimziPair.Back, "spec/replicas", 0).Check().Breaks(Circle));

    [Fact]
    public void ThreeClusters_MakeACircle_EvenWhereOneIsElsewhere()
    {
        var graph = StrimziPair.Build().Mirrored("on", StrimziPair.Standby, "us-east-1", runsIn: StrimziPair.Standby)
            .Mirrored("home", "us-east-1", StrimziPair.Primary);

        Assert.Equal(3, graph.Check().Breaks(Circle).Count);
    }

    [Fact]
    public void PatternThatCannotBeFollowed_IsUnknown()
    {
        var report = StrimziPair.Build().With(StrimziPair.There, Spec + "/topicsPattern", "ret[a-z]+l[.]o.*")
            .Mirrored(StrimziPair.Back, StrimziPair.Standby, StrimziPair.Primary, @"wholesale\..*").Check();

        Assert.Empty(report.Breaks(Circle));
        Assert.Contains(report.Unknown, unknown => unknown.Rule.Id == Circle);
    }

    [Fact]
    public void MirrorInTheRegionThatItReadsFrom_IsAFinding() => Assert.Single(
        StrimziPair.Build().Without(StrimziPair.There)
            .Mirrored(StrimziPair.There, StrimziPair.Primary, StrimziPair.Standby, runsIn: StrimziPair.Primary).Check()
            .Breaks("mirror-runs-beside-its-target"));

    [Fact]
    public void MirrorsOwnTopics_WithOneReplica_AreAFinding() => Assert.Single(
        StrimziPair.Build().With(StrimziPair.There, "spec/target/config/offset.storage.replication.factor", 1).Check()
            .Breaks("mirror-keeps-its-own-topics"));

    [Theory]
    [InlineData("events-kafka-bootstrap.orders.svc.clusterset.local:9093")]
    [InlineData("KAFKA.eu-west-1.example.com:9094,kafka-2.eu-west-1.example.com:9094")]
    public void Source_IsFoundByItsAddress(string servers) => Assert.Equal(
        ObjectiveVerdict.MetOnAssumption,
        StrimziPair.Build().With(StrimziPair.There, Spec + "/source/bootstrapServers", servers)
            .With($"events-{StrimziPair.Standby}", "metadata/name", "elsewhere").Check().Of(Disruption.Region).RpoVerdict);

    [Theory]
    [InlineData(StrimziPair.Standby, 2, "GROUP_ID", "events-kafka-bootstrap:9093", true)]
    [InlineData(StrimziPair.Standby, 2, "KAFKA_CONSUMER_GROUP", "kafka.eu-central-1.example.com:9094", true)]
    [InlineData(StrimziPair.Standby, 0, "GROUP_ID", "events-kafka-bootstrap:9093", false)]
    [InlineData(StrimziPair.Standby, 2, "CLIENT_ID", "events-kafka-bootstrap:9093", false)]
    [InlineData(StrimziPair.Primary, 2, "GROUP_ID", "events-kafka-bootstrap:9093", false)]
    public void ConsumersOfTheTarget_KeepOffsetsFromBeingWritten(string region, int replicas, string group, string servers, bool told)
    {
        var report = StrimziPair.Build().Object("kubernetes:apps/v1:Deployment", "readers", $$"""
            { "metadata": { "name": "readers", "namespace": "orders" }, "spec": { "replicas": {{replicas}}, "template": { "spec": { "containers": [
              { "name": "reader", "env": [{ "name": "BROKERS", "value": "{{servers}}" }, { "name": "{{group}}", "value": "orders" }] }] } } } }
            """, region).Check();

        Assert.Equal(told ? 1 : 0, report.Breaks("standby-consumers-stand-at-zero").Count);
        Assert.Equal(told, report.Of(Disruption.Region).Says("stream-replay"));
    }

    [Fact]
    public void WithoutMirror_TheRegionIsLost()
    {
        var report = StrimziPair.Build().Without(StrimziPair.There).Check();

        Assert.Equal(ObjectiveVerdict.Breached, report.Of(Disruption.Region).RpoVerdict);
    }
}
