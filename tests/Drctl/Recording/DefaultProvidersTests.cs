using DrInfra.Drctl.Recording;
using DrInfra.Infra.Settings;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;
using Pulumi;

namespace DrInfra.Tests.Drctl.Recording;

public class DefaultProvidersTests
{
    [Theory]
    [InlineData("""["test"]""")]
    [InlineData("""["aws","*"]""")]
    public async Task AResourceWithoutProvider_IsRefusedWhereDefaultsAreOff(string packages)
    {
        var graph = await Declared();

        var exception = Assert.Throws<ProblemsException>(() => DefaultProviders.Refuse(graph, Configured(packages)));
        Assert.Equal("test:index:Thing without", $"{Assert.Single(exception.Problems).Where}");
    }

    [Theory]
    [InlineData("""["aws"]""")]
    [InlineData("[]")]
    [InlineData(null)]
    public async Task OtherPackages_KeepTheirDefaults(string? packages)
    {
        var graph = await Declared();

        Assert.Null(Record.Exception(() => DefaultProviders.Refuse(graph, Configured(packages))));
    }

    [Fact]
    public async Task AMalformedSetting_IsRefused()
    {
        var graph = await Declared();

        Assert.Contains(
            "not a list of strings", Assert.Throws<ProblemsException>(() => DefaultProviders.Refuse(graph, Configured("aws"))).Message,
                StringComparison.Ordinal);
    }

    private static Task<ResourceGraph> Declared() => ProgramRecorderTests.Record(() =>
    {
        var provider = new CloudProvider("cloud");
        _ = new Thing("with", options: new CustomResourceOptions { Provider = provider });
        _ = new Thing("without");
        _ = new Group("group").Done();
    });

    private static StackConfiguration Configured(string? packages) => new(
        "shop",
        "dev",
        packages is null ? new Dictionary<string, string>() : new Dictionary<string, string> { ["pulumi:disable-default-providers"] = packages });
}
