using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;
using DrInfra.Tests.Infra.Pipelines;

namespace DrInfra.Tests.Infra.Settings;

public class StackPairsTests
{
    private readonly PlatformSettings _primary = Configurations.PrimarySettings();
    private readonly PlatformSettings _standby = Configurations.StandbySettings();

    [Fact]
    public void PrimaryAndStandbyOfOnePair_AreSound()
    {
        Assert.Empty(StackPairs.Check([_primary], [_primary, _standby]));
        Assert.Empty(StackPairs.Check([_standby], [_primary, _standby]));
    }

    [Fact]
    public void StacksOfDifferentSize_AreSound()
    {
        var small = Configurations.StandbySettings(("sizing", "small"));

        Assert.Empty(StackPairs.Check([small], [_primary, small]));
    }

    [Fact]
    public void StacksOfDifferentSizeWithAJobThatReadsAStream_AreSound()
    {
        var full = Configurations.PrimarySettings([.. Engines.With(Engines.Flink, Engines.Spark)]);
        var small = Configurations.StandbySettings([.. Engines.With(Engines.Flink, Engines.Spark), ("sizing", "small")]);

        Assert.Single(small.Workloads, workload => workload.PipelinesLeftOut.Count == 1);
        Assert.Empty(StackPairs.Check([small], [full, small]));
    }

    [Fact]
    public void PrimaryAlone_IsSound() => Assert.Empty(StackPairs.Check([_primary], [_primary]));

    [Fact]
    public void StandbyAlone_HasNoPrimaryToFollow() => AssertOne(
        StackPairs.Check([_standby], [_standby]), "drinfra:role", "but no primary");

    [Fact]
    public void StandbyOfAnotherPair_HasNoPrimaryToFollow()
    {
        var other = Configurations.StandbySettings(
            ("pair", "second"), ("ownsAccountDefaults", "false"), ("network", """{"primary":{"range":"10.66.0.0/16"},"standby":{"range":"10.67.0.0/16"}}"""));

        AssertOne(StackPairs.Check([other], [_primary, _standby, other]), "drinfra:role", "but no primary");
    }

    [Fact]
    public void TwoPrimariesOfOnePair_AreRefused() => AssertOne(
        StackPairs.Check([_primary], [_primary, _primary with { Stack = "prod" }]), "drinfra:role", "the same role");

    [Theory]
    [InlineData("accountId", "999999999999", "drinfra:accountId")]
    [InlineData("regions", """{"primary":"eu-west-2","standby":"eu-central-1"}""", "drinfra:regions")]
    [InlineData("witnessRegion", "eu-west-2", "drinfra:witnessRegion")]
    [InlineData("dns", """{"zoneId":"Z0123456789EXAMPLE","domain":"other.example.com"}""", "drinfra:dns")]
    [InlineData("tiers", """{"internal":{"objectives":{"region":{"rto":"24h"}}}}""", "drinfra:workloads")]
    [InlineData("workloads", "another port", "drinfra:workloads")]
    public void StacksOfOnePairThatDisagree_AreRefused(string key, string value, string where)
    {
        var standby = Configurations.StandbySettings(
            (key, value == "another port" ? Configurations.Workloads.Change("\"port\":8443", "\"port\":9443") : value));

        AssertOne(StackPairs.Check([standby], [_primary, standby]), where, "of the same pair");
    }

    // Gotcha 76: a range can never be changed, so pairs keep theirs apart from the start.
    [Fact]
    public void Gotcha76_PairsThatShareARange_AreRefused()
    {
        var other = Configurations.PrimarySettings(
            ("pair", "second"), ("ownsAccountDefaults", "false"), ("network", """{"primary":{"range":"10.66.0.0/16"},"standby":{"range":"10.64.128.0/17"}}"""));

        AssertOne(StackPairs.Check([other], [_primary, other]), "drinfra:network.standby", "overlaps 10.64.0.0/16 of pair main");
    }

    // Gotcha 80: what exists once per account and Region has one owner.
    [Fact]
    public void Gotcha80_TwoPairsThatOwnTheSameAccountDefaults_AreRefused()
    {
        var other = Configurations.PrimarySettings(
            ("pair", "second"), ("network", """{"primary":{"range":"10.66.0.0/16"},"standby":{"range":"10.67.0.0/16"}}"""));

        AssertOne(StackPairs.Check([other], [_primary, other]), "drinfra:ownsAccountDefaults", "owns the defaults");
    }

    [Fact]
    public void PairsThatShareEverything_AreTwoMistakesWhateverStacksShowThem()
    {
        var (primary, standby) = (Configurations.PrimarySettings(("pair", "second")), Configurations.StandbySettings(("pair", "second")));
        PlatformSettings[] all = [_primary, _standby, primary with { Stack = "dev2" }, standby with { Stack = "dr2" }];

        var problems = StackPairs.Check(all, all);

        Assert.Equal(["drinfra:network", "drinfra:ownsAccountDefaults"], problems.Select(problem => problem.Where!.Key));
        Assert.All(problems, problem => Assert.Contains("in Pulumi.dev2.yaml and Pulumi.dr2.yaml", problem.Fix, StringComparison.Ordinal));
    }

    [Fact]
    public void StacksThatDisagree_AreOneMistakeWhereTheStackHasItsOwnValue()
    {
        var primary = Configurations.PrimarySettings(("accountId", "999999999999"));

        var problem = Assert.Single(StackPairs.Check(
            [primary, _standby], [primary, _standby],
            (stack, path) => new Place(stack == primary ? "Pulumi.dev.yaml" : "Pulumi.yaml", 9, 3, $"drinfra:{path}")));

        Assert.Equal(new Place("Pulumi.dev.yaml", 9, 3, "drinfra:accountId"), problem.Where);
        Assert.Equal(("999999999999", "123456789012"), (problem.Got, problem.Allowed));
        Assert.Equal("remove it there, or set accountId for both stacks in Pulumi.yaml", problem.Fix);
    }

    private static void AssertOne(IReadOnlyList<Problem> problems, string where, string what)
    {
        var problem = Assert.Single(problems);
        Assert.Equal(where, problem.Where!.Key);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
    }
}
