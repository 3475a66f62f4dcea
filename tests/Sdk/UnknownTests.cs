using System.Collections.Immutable;
using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class UnknownTests
{
    private static RecordingCloud Silent => RecordingCloud.WithState(ImmutableDictionary<string, object>.Empty);

    [Fact]
    public async Task Preview_IsTheDefault()
    {
        var isDryRun = false;

        await Deployment.TestAsync(Silent, new TestOptions(), () => isDryRun = Deployment.Instance.IsDryRun);

        Assert.True(isDryRun);
    }

    [Fact]
    public async Task MissingOutput_InPreview_IsUnknownAndNeverApplied()
    {
        Thing thing = null!;
        var applied = false;

        await Run.PreviewAsync(Silent, () =>
        {
            thing = new Thing("thing");
            thing.Text.Apply(_ => applied = true);
        });

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Text));
        Assert.Null(await OutputUtilities.GetValueAsync(thing.Text));
        Assert.False(applied);
    }

    [Fact]
    public async Task MissingOutput_InUpdate_IsTheKnownDefault()
    {
        Thing thing = null!;
        var applied = false;

        await Run.UpdateAsync(Silent, () =>
        {
            thing = new Thing("thing");
            thing.Text.Apply(text => applied = text is null);
        });

        Assert.True(applied);
        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Count));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(thing.Count));
        Assert.True((await OutputUtilities.GetValueAsync(thing.Items)).IsDefault);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Id_NotGivenByTheMock_IsUnknownInPreviewAndUpdate(bool isPreview)
    {
        Thing thing = null!;

        await Deployment.TestAsync(
            new EmptyMocks(), new TestOptions { IsPreview = isPreview }, () => thing = new Thing("thing"));

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Id));
        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Urn));
    }

    [Fact]
    public async Task UnknownInput_IsAbsentAndTheResourceStillRegistered()
    {
        var mocks = Silent;

        var resources = await Run.PreviewAsync(mocks, () =>
        {
            var first = new Thing("first");
            _ = new Thing("second", new ThingArgs { Text = first.Text, Count = 1 });
        });

        Assert.Equal(2, resources.Length);
        Assert.Equal("count", Assert.Single(mocks.Of("second").Inputs.Keys));
    }

    [Fact]
    public async Task UnknownDeepInside_RemovesTheWholeTopLevelInput()
    {
        var mocks = new RecordingCloud();
        var unknown = OutputUtilities.CreateUnknown("u");

        await Run.PreviewAsync(mocks, () => _ = new Thing("thing", new ThingArgs
        {
            Text = "kept",
            Items = { "a", unknown },
            Tags = { ["a"] = "1", ["b"] = unknown },
            Part = new PartArgs { InnerName = unknown, Size = 1 },
            Parts = { new PartArgs { InnerName = "a" }, new PartArgs { InnerName = unknown } },
        }));

        Assert.Equal("text", Assert.Single(mocks.Of("thing").Inputs.Keys));
    }

    [Fact]
    public async Task UnknownInTheState_GivesAnUnknownOutput()
    {
        Thing thing = null!;
        var state = new Dictionary<string, object>
        {
            ["text"] = OutputUtilities.CreateUnknown("u"),
            ["items"] = new object[] { "a", OutputUtilities.CreateUnknown("u") },
            ["count"] = 1,
        };

        await Run.UpdateAsync(RecordingCloud.WithState(state), () => thing = new Thing("thing"));

        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Text));
        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Items));
        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Count));
    }

    [Fact]
    public async Task Unknown_FlowsThroughAllKindsOfCombination()
    {
        var unknown = OutputUtilities.CreateUnknown("u");

        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Format($"a{unknown}")));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.All(Output.Create("a"), unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Tuple(Output.Create(1), unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(Output.Create(1).Apply(_ => unknown)));
        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown.Apply(_ => Output.Create(1))));
    }

    [Fact]
    public async Task Unknown_FromAFactory_NeverCallsIt()
    {
        var called = false;

        var unknown = OutputUtilities.CreateUnknown(() =>
        {
            called = true;
            return Task.FromResult("v");
        });

        Assert.False(await OutputUtilities.GetIsKnownAsync(unknown));
        Assert.False(called);
    }
}
