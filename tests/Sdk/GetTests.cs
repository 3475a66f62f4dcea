using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class GetTests
{
    [Fact]
    public async Task Get_KnownId_AsksTheMockWithIdAndStateAndKeepsTheId()
    {
        var mocks = new RecordingCloud();
        Thing thing = null!;

        await Run.PreviewAsync(mocks, () => thing = Thing.Get("thing", "given-1", new ThingArgs { Text = "a" }));

        Assert.Equal("given-1", mocks.Of("thing").Id);
        Assert.Equal("a", mocks.Of("thing").Inputs["text"]);
        Assert.Equal("given-1", await OutputUtilities.GetValueAsync(thing.Id));
        Assert.Equal("a", await OutputUtilities.GetValueAsync(thing.Text));
    }

    [Fact]
    public async Task Get_IdFromAnOutput_AsksTheMockWithIt()
    {
        var mocks = new RecordingCloud();

        await Run.PreviewAsync(mocks, () => Thing.Get("thing", Output.Create(Task.FromResult("later-1"))));

        Assert.Equal("later-1", mocks.Of("thing").Id);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Get_UnknownOrEmptyId_RegistersInstead(bool isUnknown)
    {
        var mocks = new RecordingCloud();
        Thing thing = null!;

        await Run.PreviewAsync(
            mocks, () => thing = Thing.Get("thing", isUnknown ? OutputUtilities.CreateUnknown("u") : Output.Create("")));

        Assert.Equal("", mocks.Of("thing").Id);
        Assert.Equal("thing-id", await OutputUtilities.GetValueAsync(thing.Id));
    }

    [Fact]
    public async Task Get_IsAmongTheReturnedResources()
    {
        var resources = await Run.PreviewAsync(new RecordingCloud(), () => Thing.Get("thing", "given-1"));

        Assert.Equal("thing", Assert.Single(resources).GetResourceName());
    }
}
