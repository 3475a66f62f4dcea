using System.Text.Json.Nodes;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Checking;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Policies.Services;

/// <summary>Two MSK clusters that copy to each other, and the ways in which the copy would be worth nothing, or less.</summary>
public class KafkaPairTests
{
    private const string Stores = """[{"name":"events","kind":"stream","sizeGb":36,"changeGbPerDay":1}]""";
    private const string ToStandby = "events-standby-copy";
    private const string ToPrimary = "events-primary-copy";
    private const string Topics = "replicationInfoList/topicReplications/0";
    private const string Groups = "replicationInfoList/consumerGroupReplications/0";

    // Every assumption of the fixture.
    private const double Assumed = 900;

    [Fact]
    public void Sound_HasALagThatTheAlarmWatches_AndNothingToDoBeforeConsumersGoOn()
    {
        var report = Check(Pair());
        var region = Region(report);

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, region.Verdict);
        Assert.InRange(region.Rpo.Figure.Worst!.Value, 60 + 120, Assumed);
        Assert.Contains(Leaves(region), leaf => leaf.Sources.Any(source => source.Reference.Contains("read twice", StringComparison.Ordinal)));
        Assert.DoesNotContain(Leaves(region), leaf => leaf.Sources.Any(source => source.Reference == "stream-replay"));
    }

    public static TheoryData<string, string, string, string> Worthless() => new()
    {
        { "events-primary", "brokerNodeGroupInfo/connectivityInfo/vpcConnectivity/clientAuthentication/sasl/iam", "false", "replicator-reaches-its-clusters" },
        { "events-primary", "brokerNodeGroupInfo/connectivityInfo", "null", "replicator-reaches-its-clusters" },
        { "events-primary", "clientAuthentication/sasl/iam", "false", "replicator-reaches-its-clusters" },
        { "events-standby", "numberOfBrokerNodes", "2", "replicator-reaches-its-clusters" },
        { "events-standby", "brokerNodeGroupInfo/instanceType", "\"kafka.t3.small\"", "replicator-reaches-its-clusters" },
        { "events-primary-policy", "policy/Statement/0/Action/0", "\"kafka:DescribeCluster\"", "replicator-reaches-its-clusters" },
        { "replicator", "managedPolicyArns", "[]", "replicator-role-can-replicate" },
        { "replicator", "assumeRolePolicy/Statement/0/Principal/Service", "\"ec2.amazonaws.com\"", "role-trusts-its-service" },
        { ToStandby, Topics + "/topicsToReplicates/0", "\"orders.*\"", "replicator-copies-everything" },
        { ToStandby, Topics + "/topicsToExcludes", "[\"audit.*\"]", "replicator-copies-everything" },
        { ToStandby, Topics + "/detectAndCopyNewTopics", "false", "replicator-copies-everything" },
    };

    [Theory]
    [MemberData(nameof(Worthless))]
    public void Copy_ThatIsNone_IsBreachedAndNamed(string resource, string path, string value, string rule)
    {
        var report = Check(Pair().With(resource, path, JsonNode.Parse(value)));

        Assert.Contains(report.Violations, violation => violation.Rule.Id == rule);
        Assert.Equal(ObjectiveVerdict.Breached, Region(report).RpoVerdict);
    }

    [Fact]
    public void ClusterPolicyThatIsGone_IsBreachedAndNamed()
    {
        var report = Check(Pair().Without("events-primary-policy"));

        Assert.Contains("replicator-reaches-its-clusters", Rules(report));
        Assert.Equal(ObjectiveVerdict.Breached, Region(report).RpoVerdict);
    }

    public static TheoryData<string, string, string> Slower() => new()
    {
        { Groups + "/synchroniseConsumerGroupOffsets", "false", "replicator-copies-offsets" },
        { Groups + "/consumerGroupsToReplicates/0", "\"billing\"", "replicator-copies-offsets" },
        { Groups + "/consumerGroupsToExcludes", "[\"audit\"]", "replicator-copies-offsets" },
        { Topics + "/topicNameConfiguration", "null", "replicator-keeps-topic-names" },
    };

    [Theory]
    [MemberData(nameof(Slower))]
    public void ConsumersThatDoNotFindTheirPlace_TakeLonger(string path, string value, string rule)
    {
        var sound = Region(Check(Pair())).Rto.Figure.Worst!.Value;
        var report = Check(Pair().With(ToStandby, path, JsonNode.Parse(value)));

        Assert.Contains(rule, Rules(report));
        Assert.True(Region(report).Rto.Figure.Worst >= sound + Assumed, $"{Region(report).Rto.Figure.Worst} after {sound}");
    }

    [Fact]
    public void EnhancedOffsetsWithoutTheOtherDirection_AreNone()
    {
        var report = Check(Pair().Without("events-primary-lag").Without(ToPrimary));

        Assert.Contains("replicator-copies-offsets", Rules(report));
        Assert.Contains(Leaves(Region(report)), leaf => leaf.Sources.Any(source => source.Reference.Contains("other direction", StringComparison.Ordinal)));
    }

    [Fact]
    public void LegacyOffsets_ServeTheWayThereOnly()
    {
        var sound = Region(Check(Pair()));
        var report = Check(Pair().With(ToStandby, Groups + "/consumerGroupOffsetSyncMode", "LEGACY"));

        Assert.Contains("replicator-copies-offsets", Rules(report));
        Assert.Equal(sound.Rto.Figure, Region(report).Rto.Figure);
    }

    [Fact]
    public void LatestStart_LeavesOldRecordsOut() =>
        Assert.Contains("replicator-copies-everything", Rules(Check(Pair().With(ToStandby, Topics + "/startingPosition/type", "LATEST"))));

    [Theory]
    [InlineData("false", false)]
    [InlineData("true", true)]
    public void FunctionThatReadsTheStandbysCluster_KeepsOffsetsFromBeingWritten(string enabled, bool told)
    {
        var report = Check(WithMapping(enabled));

        Assert.Equal(told, Rules(report).Contains("standby-consumers-stand-at-zero"));
        Assert.Equal(
            told, Leaves(Region(report)).Any(leaf => leaf.Sources.Any(source => source.Reference.Contains("already reads", StringComparison.Ordinal))));
    }

    [Fact]
    public void AlarmOnFailuresAlone_LeavesTheLagToTheAssumption()
    {
        var report = Check(Pair().With("events-standby-lag", "metricName", "ReplicatorFailure"));

        Assert.Contains("replicated-store-has-a-lag-alarm", Rules(report));
        Assert.Equal(Assumed, Region(report).Rpo.Figure.Worst);
    }

    [Theory]
    [InlineData("treatMissingData", "\"notBreaching\"", "lag-alarm-treats-missing-data-as-breaching")]
    [InlineData("metricName", "\"ReplicationLatenc\"", "alarm-metric-exists")]
    public void Alarm_ThatSeesNothing_BoundsNothing(string path, string value, string rule)
    {
        var report = Check(Pair().With("events-standby-lag", path, JsonNode.Parse(value)));

        Assert.Contains(rule, Rules(report));
        Assert.Equal(Assumed, Region(report).Rpo.Figure.Worst);
    }

    // The metric is published beside the target.
    [Fact]
    public void Alarm_InTheRegionOfTheSource_HasNoData()
    {
        var graph = AnalyticsStacks.KafkaPair(Stores);
        graph.Graph.Without("events-standby-lag");
        graph.Add("aws:cloudwatch/metricAlarm:MetricAlarm", "elsewhere", """
            { "name": "lag", "namespace": "AWS/Kafka", "metricName": "ReplicationLatency", "dimensions": { "ReplicatorName": "events-standby-copy" },
              "statistic": "Maximum", "period": 60, "evaluationPeriods": 2, "comparisonOperator": "GreaterThanThreshold", "threshold": 60000,
              "treatMissingData": "breaching", "alarmActions": ["arn:aws:sns:eu-west-1:123456789012:alerts"] }
            """);
        var report = Check(graph.Graph);

        Assert.Contains("alarm-is-in-the-region-of-its-metric", Rules(report));
        Assert.Equal(Assumed, Region(report).Rpo.Figure.Worst);
    }

    [Fact]
    public void AlarmOfOneTopic_SaysNothingOfTheOthers()
    {
        var report = Check(Pair().With("events-standby-lag", "dimensions/Topic", "orders"));

        Assert.Contains("replicated-store-has-a-lag-alarm", Rules(report));
        Assert.Equal(Assumed, Region(report).Rpo.Figure.Worst);
    }

    [Theory]
    [InlineData("min.insync.replicas=1", Disruption.Instance, "a record may be acknowledged that only one broker has")]
    [InlineData("min.insync.replicas=3", Disruption.Instance, "writes stop until it is back")]
    [InlineData("unclean.leader.election.enable=true", Disruption.Zone, "a broker that lacks records may lead")]
    [InlineData("default.replication.factor=1", Disruption.Instance, "topics have 1 replica")]
    public void WeakSettingOfTheBrokers_IsBreachedWithItsReason(string property, Disruption disruption, string why)
    {
        var report = Check(Pair().With("events-primary-settings", "serverProperties", "default.replication.factor=3\nmin.insync.replicas=2\n" + property));
        var outcome = report.Objectives.Single(outcome => outcome.Disruption == disruption);

        Assert.Equal(ObjectiveVerdict.Breached, outcome.Verdict);
        Assert.Contains(Leaves(outcome), leaf => leaf.Sources.Any(source => source.Reference.Contains(why, StringComparison.Ordinal)));
    }

    [Fact]
    public void TwoZones_LoseTheMajorityOfThreeReplicas()
    {
        var report = Check(Pair().With("events-primary", "brokerNodeGroupInfo/clientSubnets/2", "eu-west-1-b-4d5e6f"));
        var zone = report.Objectives.Single(outcome => outcome.Disruption == Disruption.Zone);

        Assert.Contains(Leaves(zone), leaf => leaf.Sources.Any(source => source.Reference.Contains("a lost zone leaves 1 of 3", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("""["account"]""", ObjectiveVerdict.NotApplicable)]
    [InlineData("""["corruption"]""", ObjectiveVerdict.Breached)]
    public void Account_HasNoCopy_AndIsExcusedOnlyWhereTheManifestSaysSo(string none, ObjectiveVerdict verdict)
    {
        var graph = AnalyticsStacks.KafkaPair($$"""[{"name":"events","kind":"stream","sizeGb":36,"changeGbPerDay":1,"none":{{none}}}]""");

        var account = Check(graph.Graph).Objectives.Single(outcome => outcome.Disruption == Disruption.Account);

        Assert.Equal(verdict, account.Verdict);
    }

    [Fact]
    public void UnrecordedReplicator_IsUnknownWithTheCommand_AndBreachedOnceNothingExcusesIt()
    {
        const string Waiting = """[{"name":"events","kind":"stream","sizeGb":36,"changeGbPerDay":1,"unrecorded":true}]""";
        var region = Region(Check(Alone(Waiting)));

        Assert.Equal(ObjectiveVerdict.Unknown, region.RpoVerdict);
        Assert.Equal(ObjectiveVerdict.Unknown, region.RtoVerdict);
        Assert.Contains("drctl record --from FILE --stack dev", region.Because, StringComparison.Ordinal);
        Assert.Equal(ObjectiveVerdict.Breached, Region(Check(Alone(Stores))).RpoVerdict);

        // With the replicator of the other direction declared, it was recorded before.
        var taken = AnalyticsStacks.KafkaPair(Waiting).Graph.Without("events-standby-lag").Without(ToStandby);
        Assert.Equal(ObjectiveVerdict.Breached, Region(Check(taken)).RpoVerdict);
    }

    private static TestGraph Alone(string stores) => AnalyticsStacks.KafkaPair(stores).Graph.Without("events-standby-lag").Without("events-primary-lag")
        .Without(ToStandby).Without(ToPrimary);

    private static TestGraph Pair() => AnalyticsStacks.KafkaPair(Stores).Graph;

    private static CheckReport Check(TestGraph graph) =>
        StackCheck.Run(Estate.Of([graph.Build()], AwsNames.Instance), ServiceAssumptions.All, TestGraph.Today);

    private static Outcome Region(CheckReport report) => report.Objectives.Single(outcome => outcome.Disruption == Disruption.Region);

    private static HashSet<string> Rules(CheckReport report) => [.. report.Violations.Select(violation => violation.Rule.Id)];

    private static IEnumerable<DrInfra.Recovery.Figures.Derivation> Leaves(Outcome outcome) =>
        outcome.Rpo.Leaves().Concat(outcome.Rto.Leaves());

    private static TestGraph WithMapping(string enabled) => AnalyticsStacks.KafkaPair(Stores)
        .Add("aws:lambda/eventSourceMapping:EventSourceMapping", "reader", $$"""
            { "eventSourceArn": "{arn:events-standby}", "functionName": "reader", "topics": ["orders"], "enabled": {{enabled}} }
            """, ServiceGraph.Standby).Graph;
}
