using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings;

namespace DrInfra.Tests.Policies.Assessment;

public class WorkloadGroupsTests
{
    private const string Bucket = "aws:s3/bucket:Bucket";
    private const string Queue = "aws:sqs/queue:Queue";

    [Theory]
    [InlineData("orders-db", "orders-bucket", "orders: orders-bucket orders-db")]
    [InlineData("ordersTable", "orders_queue_2", "orders: ordersTable orders_queue_2")]
    [InlineData("prod-eu-west-1-orders", "orders", "orders: orders prod-eu-west-1-orders")]
    [InlineData("orders", "billing", "billing: billing; orders: orders")]
    [InlineData("bucket", "data-bucket", "bucket: bucket; data-bucket: data-bucket")]
    public void Names_GroupByTheFirstWordThatMeansSomething(string one, string other, string groups) =>
        Assert.Equal(groups, Groups(new TestGraph().Add(Bucket, one).Add(Bucket, other)));

    [Fact]
    public void WhatRefersToAStore_BelongsToIt() => Assert.EndsWith(
        ": archive inbox",
        Groups(new TestGraph().Add(Queue, "inbox").Add(Bucket, "archive", dependencies: ("tags", Queue, "inbox"))),
        StringComparison.Ordinal);

    [Fact]
    public void TaggedStore_IsInNoGroup() =>
        Assert.Equal("", Groups(new TestGraph().Add(Bucket, "orders", """{"tags":{"dr:workload":"orders"}}""")));

    [Fact]
    public void StoreThatTheOperatorGroups_IsInNoOther()
    {
        var settings = RecoverySettingsFile.Parse("workloads: { shop: { resources: ['*orders*'] } }", "test");

        Assert.Equal("billing: billing", Groups(new TestGraph().Add(Bucket, "orders").Add(Bucket, "billing"), settings));
    }

    [Fact]
    public void WhatHoldsNoData_IsInNoGroup() =>
        Assert.Equal("", Groups(new TestGraph().Add("aws:lambda/function:Function", "orders")));

    private static string Groups(TestGraph graph, RecoverySettings? settings = null) =>
        string.Join("; ", WorkloadGroups.Of(Estate.Of([graph.Build()], AwsNames.Instance), settings ?? RecoverySettings.None)
            .Select(group => $"{group.Name}: {string.Join(' ', group.Members.Select(node => node.Name).Order(StringComparer.Ordinal))}"));
}
