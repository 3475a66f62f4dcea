using DrInfra.Infra.Recovery;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Tests.Infra.Data;

namespace DrInfra.Tests.Infra.Settings;

public class IdentityReaderTests
{
    [Fact]
    public void NothingRecorded_IsNoSource_AndTheManifestSaysSo()
    {
        var settings = Configurations.StandbySettings(Streamed.Workloads);
        var workload = settings.Workloads[0];

        Assert.Null(settings.SourceOf(workload, workload.Streams.Single()));
        Assert.Equal([true, null], Manifests.Of(settings, workload).Stores.Select(store => store.Unrecorded));
        Assert.Null(Manifests.Of(Configurations.PrimarySettings(Streamed.Workloads), settings.Workloads[1]).Stores[0].Unrecorded);
    }

    [Fact]
    public void Recorded_IsTheSource()
    {
        var settings = Configurations.StandbySettings(Streamed.Workloads, Streamed.Recorded("primary", Streamed.PrimaryArn));
        var workload = settings.Workloads[0];
        var source = settings.SourceOf(workload, workload.Streams.Single())!;

        Assert.Equal(Streamed.PrimaryArn, source.ClusterArn);
        Assert.Equal(["subnet-0aaaaaaaaaaaaaaa1", "subnet-0aaaaaaaaaaaaaaa2", "subnet-0aaaaaaaaaaaaaaa3"], source.SubnetIds);
        Assert.Equal([null, null], Manifests.Of(settings, workload).Stores.Select(store => store.Unrecorded));
    }

    // Half of it makes no replicator.
    [Theory]
    [InlineData("stream/events-feed")]
    [InlineData("subnet/data-eu-west-1b")]
    public void RecordedWithoutOne_IsNoSource(string missing)
    {
        var identities = Streamed.Identities("primary", Streamed.PrimaryArn).Change($"\"{missing}\":", "\"gone\":");
        var start = identities.IndexOf("\"gone\":", StringComparison.Ordinal);
        var end = identities.IndexOfAny([',', '}'], start);
        var without = identities[..start].TrimEnd(',') + (identities[end] == ',' && identities[start - 1] == '{' ? identities[(end + 1)..] : identities[end..]);
        var settings = Configurations.StandbySettings(Streamed.Workloads, ("identities", without));

        Assert.Null(settings.SourceOf(settings.Workloads[0], settings.Workloads[0].Streams.Single()));
    }

    // The subnets of a network that is there already stand in the settings.
    [Fact]
    public void OfAnExistingNetwork_SubnetsAreNotRecorded()
    {
        var network = ("network", (string?)"""
            {"primary":{"range":"10.64.0.0/16","vpcId":"vpc-0123456789abcdef0","publicSubnets":["subnet-01111111","subnet-01111112","subnet-01111113"],
              "privateSubnets":["subnet-02111111","subnet-02111112","subnet-02111113"],"dataSubnets":["subnet-03111111","subnet-03111112","subnet-03111113"]},
             "standby":{"range":"10.65.0.0/16"}}
            """);
        var settings = Configurations.StandbySettings(
            Streamed.Workloads, network, ("identities", $$"""{"primary": {"stream/events-feed": "{{Streamed.PrimaryArn}}" } }"""));

        Assert.Equal("subnet-03111112", settings.SourceOf(settings.Workloads[0], settings.Workloads[0].Streams.Single())!.SubnetIds[1]);
    }

    [Theory]
    [InlineData("""{"primary":{"stream/events-feed":"events-feed"}}""", "primary.stream/events-feed", "not in the expected format")]
    [InlineData(
        """{"primary":{"stream/events-feeds":"x"}}""",
        "primary.stream/events-feeds",
        "no store of these settings has this identity; did you mean stream/events-feed?")]
    [InlineData("""{"primary":{"stream/reporting-jobs":"x"}}""", "primary.stream/reporting-jobs", "no store of these settings has this identity")]
    [InlineData("""{"primary":{"subnet/data-eu-west-1a":"vpc-0aaaaaaaaaaaaaaa1"}}""", "primary.subnet/data-eu-west-1a", "not in the expected format")]
    [InlineData("""{"primery":{}}""", "primery", "not the role of a stack; did you mean primary?")]
    [InlineData("""{"standby":{}}""", "standby", "stack dr is the standby, and knows its own identities")]
    [InlineData("""{"primary":[]}""", "primary", "expected an object")]
    [InlineData("[]", "", "expected an object")]
    public void WhatIsNoIdentity_IsOneProblem(string identities, string key, string what)
    {
        var problem = Assert.Single(Assert.Throws<ProblemsException>(() => Configurations.StandbySettings(
            Streamed.Workloads, ("identities", identities))).Problems);

        Assert.Equal($"drinfra:identities{(key.Length > 0 ? "." : "")}{key}", problem.Where!.Key);
        Assert.Equal(what, problem.What);
    }

    // Of the other Region, of another account, of another service, without what is random: none is the cluster that is meant.
    [Theory]
    [InlineData(":eu-west-1:", ":eu-central-1:")]
    [InlineData(":123456789012:", ":210987654321:")]
    [InlineData(":kafka:", ":rds:")]
    [InlineData("-feed-", "-food-")]
    [InlineData("-dc77659c80b2-2", "")]
    public void ArnOfSomethingElse_IsOneProblem(string of, string other)
    {
        var arn = Streamed.PrimaryArn.Change(of, other);

        Assert.Equal("drinfra:identities.primary.stream/events-feed", Assert.Single(Assert.Throws<ProblemsException>(() => Configurations.StandbySettings(
            Streamed.Workloads, Streamed.Recorded("primary", arn))).Problems).Where!.Key);
    }

    // It comes back with another sizing.
    [Fact]
    public void RecordedOfAStreamThatTheSizingLeavesOut_IsNoProblem() => Assert.Equal(
        Streamed.PrimaryArn,
        Configurations.StandbySettings(Streamed.Workloads, ("sizing", "small"), Streamed.Recorded("primary", Streamed.PrimaryArn))
            .Identities.Of(StackRole.Primary, "stream/events-feed"));
}
