using DrInfra.Policies.Assessment;
using DrInfra.Policies.Aws;
using DrInfra.Policies.Graph;

namespace DrInfra.Tests.Policies.Assessment;

/// <summary>What serves in a stack without tags joins the workload that it is connected with, of its component, of its name, or the only one.</summary>
public class StrangerMembersTests
{
    private const string Table = "aws:dynamodb/table:Table";
    private const string Group = "aws:autoscaling/group:Group";
    private const string Record = "aws:route53/record:Record";

    [Fact]
    public void OneWorkload_TakesAll() =>
        Assert.Equal("shop", Of(new TestGraph().Add(Table, "shop-carts").Add(Group, "servers"), ("shop-carts", "shop")).Of("servers"));

    [Fact]
    public void AReference_WinsOverAName()
    {
        var members = Of(
            new TestGraph().Add(Table, "shop-carts").Add(Table, "mail-drafts").Add(Group, "shop-servers", dependencies: ("tags", Table, "mail-drafts")),
            ("shop-carts", "shop"), ("mail-drafts", "mail"));
        Assert.Equal("mail", members.Of("shop-servers"));
    }

    [Fact]
    public void AName_TellsWhereNothingIsConnected() => Assert.Equal(
        "mail",
        Of(new TestGraph().Add(Table, "shop-carts").Add(Table, "mail-drafts").Add(Record, "mail-name"), ("shop-carts", "shop"), ("mail-drafts", "mail")).Of(
            "mail-name"));

    [Fact]
    public void WhatNothingTells_IsLeftOutAndSaid()
    {
        var members = Of(
            new TestGraph().Add(Table, "shop-carts").Add(Table, "mail-drafts").Add(Group, "servers"), ("shop-carts", "shop"), ("mail-drafts", "mail"));
        Assert.Null(members.Of("servers"));
        Assert.Equal(["servers"], members.LeftOut);
    }

    [Fact]
    public void ASharedNetwork_ConnectsNobody()
    {
        const string Vpc = "aws:ec2/vpc:Vpc";
        var members = Of(
            new TestGraph().Add(Vpc, "net").Add(Table, "shop-carts", dependencies: ("tags", Vpc, "net")).Add(Table, "mail-drafts")
                .Add(Group, "servers", dependencies: ("tags", Vpc, "net")),
            ("shop-carts", "shop"), ("mail-drafts", "mail"));
        Assert.Null(members.Of("servers"));
    }

    [Fact]
    public void AStackWithTags_SpeaksForItself() => Assert.Null(
        Of(new TestGraph().Add(Table, "shop-carts", """{ "tags": { "dr:workload": "shop" } }""").Add(Group, "servers"), ("shop-carts", "shop")).Of("servers"));

    private static (Func<string, string?> Of, string[] LeftOut) Of(TestGraph graph, params (string Name, string Workload)[] said)
    {
        var estate = Estate.Of([graph.Build()], AwsNames.Instance);
        var members = new StrangerMembers(estate, node => said.FirstOrDefault(entry => entry.Name == node.Name).Workload);
        return (name => members.Of(estate.All.Single(node => node.Name == name)), [.. members.LeftOut.Select(node => node.Name)]);
    }
}
