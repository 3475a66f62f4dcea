using DrInfra.Infra.Settings;
using DrInfra.Recovery.Settings.Kit;

namespace DrInfra.Tests.Infra.Settings;

public class VersionReaderTests
{
    [Fact]
    public void NoVersion_IsTheDefault()
    {
        var settings = Configurations.PrimarySettings();

        Assert.Equal(new VersionSettings("16.8", "syn-nodejs-5.2", "1.35", "3.9.x.kraft"), settings.Versions);
        Assert.Equal("16.8", settings.Workloads[0].Databases.Single().EngineVersion);
    }

    [Fact]
    public void Version_IsThatOfEveryDatabaseThatStatesNone()
    {
        var settings = Configurations.PrimarySettings(
            ("versions", """{"auroraPostgresql":"16.10","kubernetes":"1.34"}"""), ("workloads", Workload(",\"engineVersion\":\"17.5\"", "")));

        Assert.Equal(new VersionSettings("16.10", "syn-nodejs-5.2", "1.34", "3.9.x.kraft"), settings.Versions);
        Assert.Equal(["17.5", "16.10"], settings.Workloads[0].Databases.Select(database => database.EngineVersion));
    }

    [Theory]
    [InlineData("16.8", "drinfra:versions", "expected an object")]
    [InlineData("""{"auroraPostgresql":"16"}""", "drinfra:versions.auroraPostgresql", "not in the expected format")]
    [InlineData("""{"auroraPostgresql":16.10}""", "drinfra:versions.auroraPostgresql", "a number without quotes")]
    [InlineData("""{"canaryRuntime":"nodejs22.x"}""", "drinfra:versions.canaryRuntime", "not in the expected format")]
    [InlineData("""{"canaryRuntime":"syn-nodejs-puppeteer-9.1"}""", "drinfra:versions.canaryRuntime", "not in the expected format")]
    [InlineData("""{"kubernetes":"1.35.2"}""", "drinfra:versions.kubernetes", "not in the expected format")]
    [InlineData("""{"kubernetes":1.35}""", "drinfra:versions.kubernetes", "a number without quotes")]
    [InlineData("""{"postgresql":"16.8"}""", "drinfra:versions.postgresql", "unknown key")]
    public void WrongVersion_IsOneProblem(string versions, string where, string what) =>
        AssertProblem(where, what, ("versions", versions));

    [Theory]
    [InlineData("\"latest\"", "not in the expected format")]
    [InlineData("16.1", "a number without quotes")]
    public void WrongVersionOfADatabase_IsOneProblem(string version, string what) =>
        AssertProblem("drinfra:workloads[0].stores[0].engineVersion", what, ("workloads", Workload($",\"engineVersion\":{version}")));

    // Gotcha 7: members of different versions cannot be switched over. The runtime of a canary is its stack's own.
    [Fact]
    public void StacksOfOnePair_AgreeOnTheVersionsOfDatabasesAlone()
    {
        var primary = Configurations.PrimarySettings();
        var standby = Configurations.StandbySettings(("versions", """{"auroraPostgresql":"16.9"}"""));

        Assert.Equal("drinfra:versions", Assert.Single(StackPairs.Check([standby], [primary, standby])).Where!.Key);
        standby = Configurations.StandbySettings(("versions", """{"canaryRuntime":"syn-nodejs-5.3"}"""));
        Assert.Empty(StackPairs.Check([standby], [primary, standby]));
    }

    private static string Workload(params string[] databases) =>
        $$"""[{"name":"shop","owner":"a","tier":"internal","stores":[{{string.Join(',', databases.Select(Store))}}]}]""";

    private static string Store(string more, int index) => $$"""{"name":"db{{index}}","kind":"database","sizeGb":1,"changeGbPerDay":1{{more}}}""";

    private static void AssertProblem(string where, string what, params (string Key, string? Value)[] changes)
    {
        var problem = Assert.Single(Assert.Throws<ProblemsException>(() => Configurations.PrimarySettings(changes)).Problems);

        Assert.Equal(where, problem.Where!.Key);
        Assert.Contains(what, problem.What, StringComparison.Ordinal);
        Assert.NotEmpty(problem.Got!);
        Assert.NotEmpty(problem.Allowed!);
        Assert.NotEmpty(problem.Fix!);
    }
}
