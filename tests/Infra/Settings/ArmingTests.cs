using DrInfra.Infra.Recovery;
using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Infra.Settings;

/// <summary>automaticFailover, decideUntilArmed and the share of a standby: what is read, and each mistake.</summary>
public class ArmingTests
{
    private const string AutomaticLake = """{"business-operational":{"decide":"automatic","decideUntilArmed":"30m"}}""";

    [Theory]
    [InlineData(null, AutomaticFailover.Observe, "observe")]
    [InlineData("observe", AutomaticFailover.Observe, "observe")]
    [InlineData("armed", AutomaticFailover.Armed, "armed")]
    public void Mode_IsReadAndSaidInTheManifestsOfAutomaticTiers(string? said, AutomaticFailover expected, string manifest)
    {
        foreach (var settings in new[] { Configurations.PrimarySettings(Of(said)), Configurations.StandbySettings(Of(said)) })
        {
            Assert.Equal((expected, expected == AutomaticFailover.Armed), (settings.AutomaticFailover, settings.Identity.IsArmed));
            Assert.Equal("eu-west-3", settings.Identity.Witness);
            var (ledger, lake) = (Manifests.Of(settings, settings.Workloads[0]), Manifests.Of(settings, settings.Workloads[1]));
            Assert.Equal((manifest, "5m"), (ledger.AutomaticFailover, ledger.DecideUntilArmed));
            Assert.Equal((null, null), (lake.AutomaticFailover, lake.DecideUntilArmed));
        }
    }

    [Fact]
    public void DecideUntilArmed_IsTheTiers() => Assert.Equal(
        TimeSpan.FromMinutes(4),
        Configurations.PrimarySettings(("tiers", """{"mission-critical":{"decideUntilArmed":"4m"}}""")).Workloads[0].Tier.DecideUntilArmed);

    [Theory]
    [InlineData("automaticFailover", "on", "drinfra:automaticFailover", "not an allowed value")]
    [InlineData("automaticFailover", "armd", "drinfra:automaticFailover", "did you mean armed?")]
    [InlineData("tiers", """{"mission-critical":{"decideUntilArmed":"soon"}}""", "drinfra:tiers.mission-critical.decideUntilArmed", "not a duration")]
    [InlineData("tiers", """{"mission-critical":{"decideUntilArmed":"0s"}}""", "drinfra:tiers.mission-critical.decideUntilArmed", "people take time")]
    [InlineData("tiers", """{"internal":{"decideUntilArmed":"5m"}}""", "drinfra:tiers.internal.decideUntilArmed", "it is for tiers with decide: automatic")]
    [InlineData(
        "tiers", """{"business-operational":{"decide":"automatic"}}""", "drinfra:tiers.business-operational.decideUntilArmed",
        "missing: lake is to fail over automatically")]
    public void Mistake_IsNamed(string key, string value, string where, string what) => AssertProblem(Configurations.Primary((key, value)), where, what);

    // A tier that people decide after all keeps the default's figure, which then counts for nothing.
    [Fact]
    public void InheritedTime_IsNoMistakeWherePeopleDecide() => Assert.Null(
        Manifests.Of(Decided, Decided.Workloads[0]).DecideUntilArmed);

    [Fact]
    public void ArmedWithoutAWitness_IsRefused() => AssertProblem(
        Configurations.Primary(("automaticFailover", "armed"), ("witnessRegion", null), ("workloads", WithoutStrongTable)),
        "drinfra:automaticFailover", "armed needs a second Region that sees the loss of the first");

    [Fact]
    public void ObserveWithoutAWitness_IsFine() => Assert.Null(
        Configurations.PrimarySettings(("witnessRegion", null), ("workloads", WithoutStrongTable)).Identity.Witness);

    // Only the standby sees that its replication stops.
    [Fact]
    public void WorkloadWithoutEndpoint_CannotBeArmed()
    {
        AssertProblem(
            Configurations.Primary(("automaticFailover", "armed"), ("tiers", AutomaticLake)), "drinfra:workloads[1].tier",
            "lake cannot be armed: without an endpoint only the standby sees that replication stops");
        Assert.Equal("lake", Configurations.PrimarySettings(("tiers", AutomaticLake)).Workloads[1].Name);
    }

    [Fact]
    public void StacksOfAPairThatDiffer_AreOneProblem()
    {
        PlatformSettings[] pair = [Configurations.PrimarySettings(Of("armed")), Configurations.StandbySettings()];

        var problem = Assert.Single(StackPairs.Check(pair, pair));
        Assert.Equal("drinfra:automaticFailover", problem.Where!.Key);
        Assert.Equal(("observe", "armed"), (problem.Got, problem.Allowed));
    }

    [Theory]
    [InlineData("0", "1 to 100")]
    [InlineData("101", "1 to 100")]
    [InlineData("\"half\"", "a number")]
    public void ShareOutOfRange_IsRefused(string share, string what) => AssertProblem(
        Configurations.Primary(("workloads", Sharing("mission-critical", share))), "drinfra:workloads[0].serving.standbyPercent", what);

    [Fact]
    public void ShareWhereNothingStandsBy_IsRefused() => AssertProblem(
        Configurations.Primary(("workloads", Sharing("internal", "50"))), "drinfra:workloads[0].serving.standbyPercent", "the tier internal decides it");

    [Fact]
    public void Share_IsRead()
    {
        Assert.Equal(50, Configurations.PrimarySettings(("workloads", Sharing("mission-critical", "50"))).Workloads[0].Serving!.StandbyPercent);
        Assert.Null(Configurations.PrimarySettings().Workloads[0].Serving!.StandbyPercent);
    }

    private static PlatformSettings Decided => Configurations.PrimarySettings(("tiers", """{"mission-critical":{"decide":"4m"}}"""));

    private static string WithoutStrongTable => """
        [{"name":"lake","owner":"analytics","tier":"business-operational","stores":[{"name":"raw","kind":"bucket","sizeGb":4000,"changeGbPerDay":50}]}]
        """;

    private static (string Key, string? Value) Of(string? mode) => ("automaticFailover", mode);

    private static string Sharing(string tier, string share) => $$"""
        [{"name":"shop","owner":"a","tier":"{{tier}}","endpoint":"shop",
          "serving":{"image":"shop:1.0","replicas":9,"standbyPercent":{{share}}},
          "stores":[{"name":"rows","kind":"table","sizeGb":1,"changeGbPerDay":1}]}]
        """;

    private static void AssertProblem(StackConfiguration configuration, string where, string what)
    {
        var problem = Assert.Single(Assert.Throws<ProblemsException>(() => PlatformSettingsReader.Read(configuration)).Problems);
        Assert.Equal(where, problem.Where!.Key);
        Assert.Contains(what, $"{problem.What} {problem.Allowed}", StringComparison.Ordinal);
    }
}
