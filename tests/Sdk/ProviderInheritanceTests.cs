using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class ProviderInheritanceTests
{
    private const string UnknownId = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

    [Fact]
    public async Task Provider_GivenToAResource_IsItsUrnAndId()
    {
        var mocks = new RecordingCloud();
        SampleProvider provider = null!;

        await Run.PreviewAsync(mocks, () =>
        {
            provider = new SampleProvider("east");
            _ = new Thing("thing", options: new CustomResourceOptions { Provider = provider });
        });

        Assert.Equal($"{await OutputUtilities.GetValueAsync(provider.Urn)}::east-id", mocks.Of("thing").Provider);
        Assert.Equal("pulumi:providers:test", mocks.Of("east").Type);
    }

    [Fact]
    public async Task Provider_WithoutKnownId_HasTheUnknownValueForIt()
    {
        var mocks = new RecordingCloud { Resource = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };

        await Run.PreviewAsync(mocks, () =>
            _ = new Thing("thing", options: new CustomResourceOptions { Provider = new SampleProvider("east") }));

        Assert.EndsWith($"::east::{UnknownId}", mocks.Of("thing").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_OfAComponent_IsInheritedByAllBelowIt()
    {
        var mocks = new RecordingCloud();

        await Run.PreviewAsync(mocks, () =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { Provider = new SampleProvider("east") });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer });
            _ = new Thing("leaf", options: new CustomResourceOptions { Parent = inner });
        });

        Assert.Contains("::east::", mocks.Of("leaf").Provider, StringComparison.Ordinal);
        Assert.Equal("", mocks.Of("inner").Provider);
    }

    [Fact]
    public async Task Providers_OfAComponent_AreChosenByPackage()
    {
        var mocks = new RecordingCloud();

        await Run.PreviewAsync(mocks, () =>
        {
            var group = new Group("group", new ComponentResourceOptions
            {
                Providers = { new SampleProvider("mine"), new SampleProvider("theirs", "other") },
            });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group });
            _ = new PlainThing("plain", new CustomResourceOptions { Parent = group });
        });

        Assert.Contains("::mine::", mocks.Of("thing").Provider, StringComparison.Ordinal);
        Assert.Contains("::theirs::", mocks.Of("plain").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_OfAnInnerComponent_ReplacesTheOuterOne()
    {
        var mocks = new RecordingCloud();

        await Run.PreviewAsync(mocks, () =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { Provider = new SampleProvider("east") });
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer, Provider = new SampleProvider("west") });
            _ = new Thing("leaf", options: new CustomResourceOptions { Parent = inner });
        });

        Assert.Contains("::west::", mocks.Of("leaf").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Provider_OfACustomResource_IsInheritedByItsChildren()
    {
        var mocks = new RecordingCloud();

        await Run.PreviewAsync(mocks, () =>
        {
            var parent = new Thing("parent", options: new CustomResourceOptions { Provider = new SampleProvider("east") });
            _ = new Thing("child", options: new CustomResourceOptions { Parent = parent });
        });

        Assert.Contains("::east::", mocks.Of("child").Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ProviderAndProviders_Together_FailTheRun()
    {
        var message = await Run.FailAsync(() => _ = new Group("group", new ComponentResourceOptions
        {
            Provider = new SampleProvider("a"),
            Providers = { new SampleProvider("b") },
        }));

        Assert.Contains(
            "Do not supply both 'provider' and 'providers' options to a ComponentResource.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Options_GivenToTwoResources_StayAsTheyWere()
    {
        var options = new CustomResourceOptions { Protect = null };

        await Run.PreviewAsync(new RecordingCloud(), () =>
        {
            _ = new Thing("a", options: options);
            _ = new Thing("b", options: options);
        });

        Assert.Null(options.Parent);
        Assert.Null(options.Provider);
        Assert.Null(options.Protect);
    }
}
