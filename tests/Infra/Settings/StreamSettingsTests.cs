using DrInfra.Infra.Settings;
using DrInfra.Recovery;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Tests.Infra.Data;

namespace DrInfra.Tests.Infra.Settings;

public class StreamSettingsTests
{
    [Fact]
    public void WhatIsNotStated_HasADefault()
    {
        var stream = Read("");

        Assert.Equal((3, "kafka.m7g.large", 168, "orders, page-views"), (stream.Brokers, stream.InstanceType, stream.RetentionHours, stream.TopicNames));
        Assert.Equal([Disruption.Account], stream.None);
    }

    [Fact]
    public void WhatIsStated_IsRead()
    {
        var stream = Read(""","brokers":6,"instanceType":"kafka.m5.2xlarge","retention":"10d" """);

        Assert.Equal((6, "kafka.m5.2xlarge", 240), (stream.Brokers, stream.InstanceType, stream.RetentionHours));
    }

    [Theory]
    [InlineData(""","brokers":4""", "brokers", "each of the three zones has the same number of brokers")]
    [InlineData(""","brokers":2""", "brokers", "out of range")]
    [InlineData(""","instanceType":"kafka.t3.small" """, "instanceType", "not in the expected format")]
    [InlineData(""","instanceType":"express.m7g.large" """, "instanceType", "not in the expected format")]
    [InlineData(""","retention":"2d" """, "retention", "shorter than corruption may be unnoticed in tier business-critical")]
    [InlineData(""","topic":"orders" """, "topic", "unknown key; did you mean topics?")]
    public void WhatNoClusterTakes_IsOneProblem(string more, string key, string what)
    {
        var problem = Assert.Single(Assert.Throws<ProblemsException>(() => Read(more)).Problems);

        Assert.Equal($"drinfra:workloads[0].stores[0].{key}", problem.Where!.Key);
        Assert.StartsWith(what, problem.What, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "topics", "missing")]
    [InlineData("\"orders\",\"orders\"", "topics", "duplicate: orders is named twice")]
    [InlineData("\".*\"", "topics[0]", "not in the expected format")]
    [InlineData("\"_internal\"", "topics[0]", "not in the expected format")]
    public void TopicsThatAreNone_AreOneProblem(string topics, string key, string what)
    {
        var problem = Assert.Single(Assert.Throws<ProblemsException>(() => Configurations.PrimarySettings(Streamed.With("", topics))).Problems);

        Assert.Equal($"drinfra:workloads[0].stores[0].{key}", problem.Where!.Key);
        Assert.Equal(what, problem.What);
    }

    [Fact]
    public void MoreThanBrokersHold_IsOneProblem() => Assert.StartsWith(
        "3 brokers cannot hold it",
        Assert.Single(Assert.Throws<ProblemsException>(() => Configurations.PrimarySettings(
            ("workloads", Streamed.Workloads.Value!.Change("\"sizeGb\":500", "\"sizeGb\":50000")))).Problems).What,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("3.9.x", "not in the expected format")]
    [InlineData("3.6.0.kraft", "not in the expected format")]
    [InlineData("latest", "not in the expected format")]
    public void VersionWithZooKeeper_IsOneProblem(string version, string what) => Assert.Equal(
        what,
        Assert.Single(Assert.Throws<ProblemsException>(() => Configurations.PrimarySettings(("versions", $$"""{"kafka":"{{version}}"}"""))).Problems).What);

    // Brokers cost more than all the rest of a trial.
    [Fact]
    public void SmallSizing_LeavesStreamsOutAndSaysWhatNoFigureSays()
    {
        var settings = Configurations.PrimarySettings(Streamed.Workloads, ("sizing", "small"));

        Assert.Empty(settings.StreamsHere);
        Assert.Equal(["feed"], settings.Workloads[0].LeftOut.Select(store => store.Name));
        Assert.Equal(["profiles"], settings.Workloads[0].Stores.Select(store => store.Name));
        Assert.Contains(
            "sizing small: stream feed of events is not declared. The objectives of events are judged without it: no figure says what is lost of it, or how "
                + "long it is away, under instance, zone, region, corruption.",
            settings.Notices);
    }

    [Fact]
    public void StacksOfAPairWithDifferentSizes_PromiseTheSame()
    {
        var primary = Configurations.PrimarySettings(Streamed.Workloads, ("sizing", "small"));
        var standby = Configurations.StandbySettings(Streamed.Workloads, Streamed.Recorded("primary", Streamed.PrimaryArn));

        Assert.Empty(StackPairs.Check([primary, standby], [primary, standby]));
        standby = Configurations.StandbySettings(Streamed.With("", "\"orders\""));
        Assert.Equal("drinfra:workloads", Assert.Single(StackPairs.Check([standby], [primary, standby])).Where!.Key);
    }

    // A tier that restores from backups has one cluster, and nothing to record.
    [Fact]
    public void StreamOfATierWithoutAStandby_IsInThePrimaryAlone()
    {
        Assert.Equal(["feed", "jobs"], Configurations.PrimarySettings(Streamed.Workloads).StreamsHere.Select(here => here.Stream.Name));
        Assert.Equal(["feed"], Configurations.StandbySettings(Streamed.Workloads).StreamsHere.Select(here => here.Stream.Name));
        Assert.DoesNotContain(
            RandomIdentity.Of(Configurations.PrimarySettings(Streamed.Workloads), StackRole.Standby),
            identity => identity.Name.Contains("jobs", StringComparison.Ordinal));
    }

    private static StreamStore Read(string more) => Configurations.PrimarySettings(Streamed.With(more)).Workloads[0].Streams.Single();
}
