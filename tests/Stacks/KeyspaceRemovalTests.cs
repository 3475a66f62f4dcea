using System.Text.Json.Nodes;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Stacks;

/// <summary>What the recovery of a table of Keyspaces hangs on, taken away from the shipped pair one by one: each is seen.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "H1")]
[Trait("Practice", "H5")]
public class KeyspaceRemovalTests(ShippedStacks stacks)
{
    private const string Keyspace = "profiles-attributes-keyspace";
    private const string Table = "profiles-attributes-table";
    private const string Lag = "profiles-attributes-latency-eu-west-1";
    private const string LagBack = "profiles-attributes-latency-eu-central-1";

    public static TheoryData<string, string[]> Taken => new()
    {
        {
            "standby Region",
            ["keyspace-spans-regions profiles-attributes-keyspace: it is in eu-west-1: its own Region and another needed", "profiles Region: Breached"]
        },
        {
            "another Region",
            ["keyspace-spans-regions profiles-attributes-keyspace: it is in eu-west-1, eu-north-1, the workload in eu-west-1 and eu-central-1"]
        },
        { "replication", ["keyspace-spans-regions profiles-attributes-keyspace: it is only in eu-west-1", "profiles Region: Breached"] },
        {
            "point-in-time recovery",
            ["table-has-point-in-time-recovery profiles-attributes-table: ", "profiles Corruption: Breached"]
        },
        { "alarm on the lag", ["replicated-store-has-a-lag-alarm profiles-attributes-table: no alarm in eu-west-1 watches the replication lag"] },
        {
            "alarm on the lag of the way back",
            ["replicated-store-has-a-lag-alarm profiles-attributes-table: no alarm in eu-central-1 watches the replication lag"]
        },
        {
            "keyspace of the alarm",
            ["alarm-has-its-dimensions profiles-attributes-latency-eu-west-1: ReplicationLatency needs the dimension Keyspace"]
        },
        {
            "table of the alarm",
            ["alarm-watches-what-exists profiles-attributes-latency-eu-west-1: the keyspace profiles-attributes-keyspace has no table other"]
        },
        {
            "receiver of the alarm",
            ["alarm-is-in-the-region-of-its-metric profiles-attributes-latency-eu-west-1: ReplicationLatency is published in the source Region"]
        },
        { "operation of an alarm", ["alarm-has-its-dimensions profiles-attributes-failed-select-eu-west-1: SystemErrors needs the dimension Operation"] },
        { "key of the service", ["keyspace-table-uses-supported-features profiles-attributes-table: ", "profiles Region: Breached"] },
        { "capacity on demand", ["keyspace-table-uses-supported-features profiles-attributes-table: "] },
        { "timestamps", ["keyspace-table-uses-supported-features profiles-attributes-table: "] },
        { "time to live", ["keyspace-table-settles-its-ttl profiles-attributes-table: "] },
        { "table", ["profiles Region: Breached", "profiles Zone: Breached"] },
        {
            "way into the endpoint",
            ["security-groups-allow-traffic cassandra-endpoint-eu-central-1: none of its security groups allows inbound traffic on port 9142"]
        },
        { "tags of the keyspace", ["resource-has-workload-tags profiles-attributes-keyspace: "] },
        { "word on the account", ["immutable-copy-survives-account-loss profiles-attributes-table: ", "profiles Account: Breached"] },
    };

    [Theory]
    [MemberData(nameof(Taken))]
    public void WhatTheRecoveryOfAKeyspaceNeeds_TakenAway_IsSeen(string what, string[] findings)
    {
        var (dev, dr) = Without(what);

        ShippedVerdicts.Of(dev, dr).Sees(findings);
    }

    private (ResourceGraph Dev, ResourceGraph Dr) Without(string what)
    {
        var (dev, dr) = (stacks.Dev.Graph, stacks.Dr.Graph);
        return what switch
        {
            "standby Region" => (dev.With(Keyspace, "replicationSpecification/regionLists", new JsonArray("eu-west-1")), dr),
            "another Region" => (dev.With(Keyspace, "replicationSpecification/regionLists", new JsonArray("eu-west-1", "eu-north-1")), dr),
            "replication" => (dev.With(Keyspace, "replicationSpecification", new JsonObject { ["replicationStrategy"] = "SINGLE_REGION" }), dr),
            "point-in-time recovery" => (dev.With(Table, "pointInTimeRecovery/status", "DISABLED"), dr),
            "alarm on the lag" => (dev.Without(Lag), dr),
            "alarm on the lag of the way back" => (dev, dr.Without(LagBack)),
            "keyspace of the alarm" => (dev.With(Lag, "dimensions/Keyspace", null), dr),
            "table of the alarm" => (dev.With(Lag, "dimensions/TableName", "other"), dr),
            "receiver of the alarm" => (dev.With(Lag, "dimensions/ReceivingRegion", "eu-west-1"), dr),
            "operation of an alarm" => (dev.With("profiles-attributes-failed-select-eu-west-1", "dimensions/Operation", null), dr),
            "key of the service" => (dev.With(Table, "encryptionSpecification/type", "CUSTOMER_MANAGED_KMS_KEY"), dr),
            "capacity on demand" => (dev.With(Table, "capacitySpecification/throughputMode", "PROVISIONED"), dr),
            "timestamps" => (dev.With(Table, "clientSideTimestamps/status", "DISABLED"), dr),
            "time to live" => (dev.With(Table, "ttl", null), dr),
            "table" => (dev.Without(Table, Keyspace), dr),
            "way into the endpoint" => (dev, dr.Without("cassandra-endpoint-cql-eu-central-1")),
            "tags of the keyspace" => (dev.With(Keyspace, "tags", null), dr),
            "word on the account" => (Unexcused(dev, "eu-west-1"), Unexcused(dr, "eu-central-1")),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "unknown"),
        };
    }

    private static ResourceGraph Unexcused(ResourceGraph graph, string region) =>
        graph.Replacing($"profiles-manifest-{region}", ",\\\"none\\\":[\\\"account\\\"]", "");
}
