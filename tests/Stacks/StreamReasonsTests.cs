using System.Text.Json.Nodes;
using DrInfra.Policies.Checking;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>Ways to break the shipped stream: each is found, and what it makes worthless is no longer counted.</summary>
[Collection(ShippedStacksGroup.Name)]
public class StreamReasonsTests(ShippedStacks stacks)
{
    private const string Source = "events-feed-cluster-eu-west-1";
    private const string Replicator = "events-feed-replicator-eu-central-1";
    private const string Topics = "replicationInfoList/topicReplications/0";
    private const string Groups = "replicationInfoList/consumerGroupReplications/0";

    [Fact]
    public void Shipped_BreaksNoRuleOfStreams_AndItsRegionIsMet()
    {
        Assert.DoesNotContain(stacks.Report.Violations, violation => violation.Rule.Area == new DrInfra.Policies.Rules.Streams.KafkaStorageGrows().Area);
        Assert.Equal(ObjectiveVerdict.MetOnAssumption, Region(stacks.Report).Verdict);
    }

    public static TheoryData<string, string, string?, string, bool> InTheStackOfTheTarget() => new()
    {
        { Replicator, Topics + "/topicsToReplicates/0", "\"orders.*\"", "replicator-copies-everything", true },
        { Replicator, Topics + "/topicsToExcludes", "[\"audit.*\"]", "replicator-copies-everything", true },
        { Replicator, Topics + "/detectAndCopyNewTopics", "false", "replicator-copies-everything", true },
        { Replicator, Topics + "/startingPosition/type", "\"LATEST\"", "replicator-copies-everything", false },
        { Replicator, Topics + "/topicNameConfiguration/type", "\"PREFIXED_WITH_SOURCE_CLUSTER_ALIAS\"", "replicator-keeps-topic-names", true },
        { Replicator, Groups + "/consumerGroupOffsetSyncMode", "\"LEGACY\"", "replicator-copies-offsets", false },
        { Replicator, Groups + "/synchroniseConsumerGroupOffsets", "false", "replicator-copies-offsets", true },
        { Replicator, Groups + "/consumerGroupsToReplicates/0", "\"billing\"", "replicator-copies-offsets", true },
        { "events-feed-replicator-role-eu-central-1", "assumeRolePolicy", "\"{}\"", "role-trusts-its-service", true },
        { "events-feed-latency-eu-central-1", "treatMissingData", "\"notBreaching\"", "lag-alarm-treats-missing-data-as-breaching", true },
        { "events-feed-cluster-eu-central-1", "clientAuthentication/sasl/iam", "false", "replicator-reaches-its-clusters", true },
        { "events-feed-kafka-eu-central-1", "fromPort", "9099", "replicator-reaches-its-clusters", true },
    };

    [Theory]
    [MemberData(nameof(InTheStackOfTheTarget))]
    public void Broken_InTheStackOfTheTarget_IsFound(string resource, string path, string? value, string rule, bool breached)
    {
        var report = ShippedVerdicts.Of(stacks.Dev.Graph, stacks.Dr.Graph.With(resource, path, value is null ? null : JsonNode.Parse(value)));

        Assert.Contains(report.Violations, violation => violation.Rule.Id == rule);
        Assert.Equal(breached ? ObjectiveVerdict.Breached : ObjectiveVerdict.MetOnAssumption, Region(report).Verdict);
    }

    public static TheoryData<string, string, string?, string, bool> InTheStackOfTheSource() => new()
    {
        { Source, "brokerNodeGroupInfo/connectivityInfo/vpcConnectivity", null, "replicator-reaches-its-clusters", true },
        { Source, "brokerNodeGroupInfo/instanceType", "\"kafka.t3.small\"", "replicator-reaches-its-clusters", true },
        { "events-feed-policy-eu-west-1", "policy", "\"{\\\"Statement\\\":[]}\"", "replicator-reaches-its-clusters", true },
        { Source, "clientAuthentication/unauthenticated", "true", "kafka-clients-authenticate", false },
        { Source, "encryptionInfo/encryptionInTransit/clientBroker", "\"TLS_PLAINTEXT\"", "data-is-encrypted-in-transit", false },
        { Source, "brokerNodeGroupInfo/connectivityInfo/publicAccess/type", "\"SERVICE_PROVIDED_EIPS\"", "data-is-not-public", false },
        { "events-feed-storage-eu-west-1", "maxCapacity", "1", "kafka-storage-grows", false },
    };

    [Theory]
    [MemberData(nameof(InTheStackOfTheSource))]
    public void Broken_InTheStackOfTheSource_IsFound(string resource, string path, string? value, string rule, bool breached)
    {
        var report = ShippedVerdicts.Of(stacks.Dev.Graph.With(resource, path, value is null ? null : JsonNode.Parse(value)), stacks.Dr.Graph);

        Assert.Contains(report.Violations, violation => violation.Rule.Id == rule);
        Assert.Equal(breached ? ObjectiveVerdict.Breached : ObjectiveVerdict.MetOnAssumption, Region(report).Verdict);
    }

    [Theory]
    [InlineData("events-feed-policy-eu-west-1", true, "replicator-reaches-its-clusters")]
    [InlineData("events-feed-storage-policy-eu-west-1", true, "kafka-storage-grows")]
    [InlineData("events-feed-latency-eu-central-1", false, "replicated-store-has-a-lag-alarm")]
    [InlineData("events-feed-replicator-policy-eu-central-1", false, "replicator-role-can-replicate")]
    [InlineData(Replicator, false, "replicator-has-its-counterpart")]
    public void Gone_IsFound(string resource, bool fromSource, string rule)
    {
        var report = fromSource
            ? ShippedVerdicts.Of(stacks.Dev.Graph.Without(resource), stacks.Dr.Graph)
            : ShippedVerdicts.Of(stacks.Dev.Graph, stacks.Dr.Graph.Without(resource));

        Assert.Contains(report.Violations, violation => violation.Rule.Id == rule);
    }

    [Fact]
    public void ConsumersOfTheStandby_ThatDoNotWaitForTheBeacon_AreFound_AndItsOffsetsNotCounted()
    {
        var standby = stacks.Dr.Graph.With("Deployment::events-enrichment-eu-central-1", "metadata/labels/dr.drinfra.io~1follows", null)
            .With("Deployment::events-enrichment-eu-central-1", "spec/replicas", 2);

        var report = ShippedVerdicts.Of(stacks.Dev.Graph, standby);

        Assert.Contains(report.Violations, violation => violation.Rule.Id == "standby-consumers-stand-at-zero");
        Assert.Equal(ObjectiveVerdict.Breached, Region(report).RtoVerdict);
    }

    private static Outcome Region(CheckReport report) =>
        report.Objectives.Single(outcome => outcome is { Workload: "events", Disruption: Disruption.Region });
}
