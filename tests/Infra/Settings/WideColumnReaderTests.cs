using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Infra.Settings;

public class WideColumnReaderTests
{
    [Fact]
    public void Store_HasItsKeysColumnsAndExpiry()
    {
        var store = Assert.Single(WideColumns.Settings().Workloads[0].WideColumns);

        Assert.Equal(["customer_id"], store.PartitionKey);
        Assert.Equal([new ClusteringColumn("attribute", "ASC"), new ClusteringColumn("changed_at", "DESC")], store.ClusteringKey);
        Assert.Equal(new WideColumn("content", "blob"), store.Columns[3]);
        Assert.Equal(TimeSpan.FromDays(400), store.Expiry);
        Assert.Equal("wide-column", store.Kind);
        Assert.Equal([Disruption.Account], store.None);
    }

    [Theory]
    [InlineData(WideColumns.Keys, "columns", "a table needs its columns")]
    [InlineData("\"columns\":" + WideColumns.Columns, "partitionKey", "a table needs a partition key")]
    [InlineData("\"columns\":" + WideColumns.Columns + ",\"partitionKey\":[\"nobody\"]", "partitionKey", "nobody is no column of the table")]
    [InlineData(
        "\"columns\":" + WideColumns.Columns + ",\"partitionKey\":[\"customer_id\"],\"clusteringKey\":[\"customer_id\"]", "partitionKey",
        "customer_id is in the keys twice")]
    [InlineData(
        "\"columns\":[{\"name\":\"id\",\"type\":\"text\"},{\"name\":\"id\",\"type\":\"int\"}],\"partitionKey\":[\"id\"]", "columns", "duplicate: id")]
    [InlineData("\"columns\":[{\"name\":\"id\",\"type\":\"counter\"}],\"partitionKey\":[\"id\"]", "columns[0].type", "not of the right form")]
    [InlineData("\"columns\":[{\"name\":\"Id\",\"type\":\"text\"}],\"partitionKey\":[\"id\"]", "columns[0].name", "not of the right form")]
    [InlineData("\"columns\":" + WideColumns.Columns + "," + WideColumns.Keys + ",\"expiry\":\"0s\"", "expiry", "the service does not take this time to live")]
    [InlineData("\"columns\":" + WideColumns.Columns + "," + WideColumns.Keys + ",\"consistency\":\"strong\"", "consistency", "unknown")]
    public void WhatKeyspacesDoesNotTake_IsRefused(string store, string key, string what)
    {
        var exception = Assert.Throws<ProblemsException>(() => Configurations.PrimarySettings(("workloads", WideColumns.Workloads(store))));

        Assert.Contains($"workloads[0].stores[0].{key}", exception.Message, StringComparison.Ordinal);
        if (what is not ("not of the right form" or "unknown"))
        {
            Assert.Contains(what, exception.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void TierThatRestoresFromBackups_IsRefused()
    {
        var exception = Assert.Throws<ProblemsException>(() => WideColumns.Settings(tier: "internal"));

        Assert.Contains("no backup of Keyspaces leaves its Region", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void TierThatLosesNothing_IsRefused()
    {
        var exception = Assert.Throws<ProblemsException>(
            () => WideColumns.Settings(changes: ("tiers", """{"business-operational":{"objectives":{"region":{"rpo":"0s"}}}}""")));

        Assert.Contains("a keyspace replicates to another Region asynchronously", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SmallSizing_SaysThatThereIsNoEndpoint() => Assert.Contains(
        WideColumns.Settings(changes: ("sizing", "small")).Notices,
        notice => notice.Contains("no interface endpoint for Keyspaces. Requests of people leave the VPC", StringComparison.Ordinal));
}
