using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Policies.Services;

/// <summary>Brokers of Amazon MQ, after the examples of the provider's documentation, and what passes events on without keeping them.</summary>
public class MessageBrokerTests
{
    private const string Broker = "aws:mq/broker:Broker";
    private const string Stores = """[{"name":"work","kind":"queue"}]""";
    private const string Pair = """ "engineType": "ActiveMQ", "engineVersion": "5.18", "hostInstanceType": "mq.m5.large", "storageType": "efs" """;

    [Fact]
    public void ReplicatedPair_SurvivesTheLossOfItsRegion_OnAssumptions()
    {
        var report = Replicated().Check();

        Assert.All(
            new[] { Disruption.Instance, Disruption.Zone, Disruption.Region },
            disruption => Assert.Equal(ObjectiveVerdict.MetOnAssumption, report.Of(disruption).Verdict));
        Assert.Empty(report.Breaks("replica-is-usable"));
        Assert.Empty(report.Breaks("store-spans-zones"));
    }

    [Theory]
    [InlineData("copy", "dataReplicationMode", "NONE", "CRDR needed")]
    [InlineData("copy", "engineType", "RabbitMQ", "brokers of ActiveMQ only")]
    [InlineData("work", "deploymentMode", "SINGLE_INSTANCE", "no pair in two zones")]
    [InlineData("copy", "deploymentMode", "SINGLE_INSTANCE", "no pair in two zones")]
    public void Replica_ThatTheServiceRefuses_IsNone(string broker, string property, string value, string why)
    {
        var report = Replicated().With(broker, property, value).Check();

        Assert.Equal(ObjectiveVerdict.Breached, report.Of(Disruption.Region).RpoVerdict);
        Assert.Contains(report.Breaks("replica-is-usable"), finding => finding.Contains(why, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("RabbitMQ", "CLUSTER_MULTI_AZ", ObjectiveVerdict.MetOnAssumption, 0)]
    [InlineData("RabbitMQ", "SINGLE_INSTANCE", ObjectiveVerdict.Breached, 1)]
    [InlineData("ActiveMQ", null, ObjectiveVerdict.Breached, 1)]
    public void BrokerOfOneRegion_SurvivesAsItIsDeployed(string engine, string? deployment, ObjectiveVerdict zone, int findings)
    {
        var stated = deployment is null ? "" : $", \"deploymentMode\": \"{deployment}\"";
        var report = new ServiceGraph(Stores).Add(Broker, "work", $$"""{ "brokerName": "orders-work", "engineType": "{{engine}}"{{stated}} }""").Graph.Check();

        Assert.Equal(ObjectiveVerdict.MetOnAssumption, report.Of(Disruption.Instance).Verdict);
        Assert.Equal(zone, report.Of(Disruption.Zone).RpoVerdict);
        Assert.Equal(ObjectiveVerdict.Breached, report.Of(Disruption.Region).RpoVerdict);
        Assert.Equal(findings, report.Breaks("store-spans-zones").Count);
    }

    [Fact]
    public void UnknownDeployment_IsUnknown() => Assert.Equal(
        ObjectiveVerdict.Unknown,
        new ServiceGraph(Stores).Add(Broker, "work", """{ "engineType": "ActiveMQ", "deploymentMode": "?" }""").Graph.Check().Of(Disruption.Zone).RpoVerdict);

    [Theory]
    [InlineData("aws:cloudwatch/eventBus:EventBus", "events pass through a bus")]
    [InlineData("aws:cloudwatch/eventArchive:EventArchive", "an archive replays events")]
    [InlineData("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "what it delivers where")]
    [InlineData("aws:pipes/pipe:Pipe", "what it copies where")]
    [InlineData("aws:mskconnect/connector:Connector", "copies topics to another cluster")]
    public void WhatPassesRecordsOn_IsReadWithoutAFigure(string type, string why) => Assert.Contains(
        UnreadTypes.Of(Estate.Of([new ServiceGraph("[]").Add(type, "mover", "{}").Build()], AwsNames.Instance)),
        unread => unread.Type == type && unread.Why.StartsWith("no figure", StringComparison.Ordinal) && unread.Why.Contains(why, StringComparison.Ordinal));

    private static TestGraph Replicated() => new ServiceGraph(Stores)
        .Add(Broker, "work", $$"""{ "brokerName": "orders-work", {{Pair}}, "deploymentMode": "ACTIVE_STANDBY_MULTI_AZ", "dataReplicationMode": "CRDR" }""")
        .Add(Broker, "copy", $$"""
            { "brokerName": "orders-copy", {{Pair}}, "deploymentMode": "ACTIVE_STANDBY_MULTI_AZ", "dataReplicationMode": "CRDR",
              "dataReplicationPrimaryBrokerArn": "{arn:work}" }
            """, ServiceGraph.Standby).Graph;
}
