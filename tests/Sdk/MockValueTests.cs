using System.Collections.Immutable;
using System.Text.Json;
using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class MockValueTests
{
    [Fact]
    public async Task Inputs_PlainValues_ArriveByWireNameWithDoublesForNumbers()
    {
        var inputs = await InputsAsync(new ThingArgs { Text = "a", Count = 3, Ratio = 1.5, Flag = true, Plain = false });

        Assert.Equal("a", inputs["text"]);
        Assert.Equal(3.0, inputs["count"]);
        Assert.IsType<double>(inputs["count"]);
        Assert.Equal(1.5, inputs["ratio"]);
        Assert.Equal(true, inputs["flag"]);
        Assert.Equal(false, inputs["plain"]);
    }

    [Fact]
    public async Task Inputs_ListsAndMaps_ArriveAsImmutableCollections()
    {
        var inputs = await InputsAsync(new ThingArgs
        {
            Items = { "a", Output.Create("b") },
            Tags = { ["k"] = "v", ["l"] = Output.Create("w") },
            Parts = { new PartArgs { InnerName = "p", Size = 2 } },
        });

        Assert.Equal<object>(["a", "b"], Assert.IsType<ImmutableArray<object>>(inputs["items"]));
        Assert.Equal("w", Assert.IsType<ImmutableDictionary<string, object>>(inputs["tags"])["l"]);
        var parts = Assert.IsType<ImmutableArray<object>>(inputs["parts"]);
        var part = Assert.IsType<ImmutableDictionary<string, object>>(Assert.Single(parts));
        Assert.Equal("p", part["innerName"]);
        Assert.Equal(2.0, part["size"]);
    }

    [Fact]
    public async Task Inputs_NestedArgs_ArriveWithoutTheirNulls()
    {
        var inputs = await InputsAsync(new ThingArgs { Part = new PartArgs { InnerName = "p" } });

        var part = Assert.IsType<ImmutableDictionary<string, object>>(inputs["part"]);
        Assert.Equal("innerName", Assert.Single(part.Keys));
    }

    [Fact]
    public async Task Inputs_NotGiven_AreAbsent()
    {
        var inputs = await InputsAsync(new ThingArgs { Text = (string?)null! });

        Assert.False(inputs.ContainsKey("text"));
        Assert.False(inputs.ContainsKey("count"));
    }

    [Fact]
    public async Task Inputs_MarkedAsJson_ArriveAsJsonText()
    {
        var inputs = await InputsAsync(new ThingArgs { PartJson = new PartArgs { InnerName = "j" }, FlagJson = true });

        Assert.Equal("""{ "innerName": "j" }""", inputs["partJson"]);
        Assert.Equal("true", inputs["flagJson"]);
    }

    [Fact]
    public async Task Inputs_EnumsUnionsAndJson_ArriveAsTheirValues()
    {
        var inputs = await InputsAsync(new ThingArgs
        {
            Mode = Mode.Standby,
            Port = "https",
            Json = """{ "a": [1, "x", true] }""",
        });

        Assert.Equal("standby", inputs["mode"]);
        Assert.Equal("https", inputs["port"]);
        var json = Assert.IsType<ImmutableDictionary<string, object>>(inputs["json"]);
        Assert.Equal<object>([1.0, "x", true], Assert.IsType<ImmutableArray<object>>(json["a"]));
    }

    [Fact]
    public async Task Inputs_Assets_ArriveAsAssets()
    {
        var inputs = await InputsAsync(new ThingArgs { Content = new StringAsset("text") });

        Assert.IsType<StringAsset>(inputs["content"]);
    }

    [Fact]
    public async Task Inputs_ResourceWithoutTypeAttribute_ArrivesAsAResourceWithTheSameUrn()
    {
        var mocks = new RecordingCloud();
        PlainThing peer = null!;
        await Run.UpdateAsync(mocks, () =>
        {
            peer = new PlainThing("peer");
            _ = new Thing("thing", new ThingArgs { Peer = peer });
        });

        var seen = Assert.IsType<Resource>(mocks.Of("thing").Inputs["peer"], exactMatch: false);
        Assert.Equal(await OutputUtilities.GetValueAsync(peer.Urn), await OutputUtilities.GetValueAsync(seen.Urn));
    }

    [Fact]
    public async Task Inputs_GivenAsDictionary_ArriveByTheirKeys()
    {
        var mocks = new RecordingCloud();
        var args = new DictionaryResourceArgs(ImmutableDictionary<string, object?>.Empty.Add("a", Output.Create(1)).Add("b", null));

        await Run.UpdateAsync(mocks, () => _ = new CustomResource("test:index:Any", "any", args, new CustomResourceOptions()));

        var (key, value) = Assert.Single(mocks.Of("any").Inputs);
        Assert.Equal("a", key);
        Assert.Equal(1.0, value);
    }

    [Fact]
    public async Task Request_NothingSpecial_HasEmptyIdAndProvider()
    {
        var mocks = new RecordingCloud();

        await Run.UpdateAsync(mocks, () => _ = new Thing("thing"));

        Assert.Equal(Thing.TypeToken, mocks.Of("thing").Type);
        Assert.Equal("", mocks.Of("thing").Id);
        Assert.Equal("", mocks.Of("thing").Provider);
    }

    [Fact]
    public async Task Request_WithImportId_HasItAsId()
    {
        var mocks = new RecordingCloud { Resource = args => Task.FromResult<(string?, object)>((null, args.Inputs)) };
        Thing thing = null!;

        await Run.UpdateAsync(mocks, () => thing = new Thing("thing", options: new CustomResourceOptions { ImportId = "old-1" }));

        Assert.Equal("old-1", mocks.Of("thing").Id);
        Assert.Equal("old-1", await OutputUtilities.GetValueAsync(thing.Id));
    }

    [Fact]
    public async Task State_Echoed_ComesBackAsTypedOutputs()
    {
        Thing thing = null!;
        await Run.UpdateAsync(new RecordingCloud(), () => thing = new Thing("thing", new ThingArgs
        {
            Text = "a",
            Count = 3,
            Ratio = 1.5,
            Flag = true,
            Items = { "x" },
            Tags = { ["k"] = "v" },
            Part = new PartArgs { InnerName = "p", Size = 1 },
            Parts = { new PartArgs { InnerName = "q" } },
            Mode = Mode.Standby,
            Port = 80,
            Content = new StringAsset("text"),
        }));

        Assert.Equal("thing-id", await OutputUtilities.GetValueAsync(thing.Id));
        Assert.Equal("a", await OutputUtilities.GetValueAsync(thing.Text));
        Assert.Equal(3, await OutputUtilities.GetValueAsync(thing.Count));
        Assert.Equal(1.5, await OutputUtilities.GetValueAsync(thing.Ratio));
        Assert.True(await OutputUtilities.GetValueAsync(thing.Flag));
        Assert.Equal<string>(["x"], await OutputUtilities.GetValueAsync(thing.Items));
        Assert.Equal("v", (await OutputUtilities.GetValueAsync(thing.Tags))!["k"]);
        Assert.Equal(("p", 1), await OutputUtilities.GetValueAsync(thing.Part.Apply(part => (part!.InnerName, part.Size))));
        Assert.Null(Assert.Single(await OutputUtilities.GetValueAsync(thing.Parts)).Size);
        Assert.Equal(Mode.Standby, await OutputUtilities.GetValueAsync(thing.Mode));
        Assert.Equal(80, (await OutputUtilities.GetValueAsync(thing.Port)).AsT0);
        Assert.IsType<StringAsset>(await OutputUtilities.GetValueAsync(thing.Content));
    }

    public static TheoryData<object> StatesWithText() =>
    [
        new Dictionary<string, object> { ["text"] = "a" },
        new Dictionary<string, string> { ["text"] = "a" },
        ImmutableDictionary<string, object>.Empty.Add("text", "a"),
        new Dictionary<string, object> { ["text"] = Output.Create("a") },
        new Dictionary<string, object> { ["text"] = Output.Create(Task.FromResult("a")) },
    ];

    [Theory]
    [MemberData(nameof(StatesWithText), DisableDiscoveryEnumeration = true)]
    public async Task State_AnyKindOfDictionary_IsAccepted(object state)
    {
        Thing thing = null!;

        await Run.UpdateAsync(RecordingCloud.WithState(state), () => thing = new Thing("thing"));

        Assert.Equal("a", await OutputUtilities.GetValueAsync(thing.Text));
    }

    [Fact]
    public async Task State_ListsArraysArgsAndUnions_AreAccepted()
    {
        Thing thing = null!;
        var state = new Dictionary<string, object>
        {
            ["items"] = new List<object> { "a", Output.Create("b") },
            ["parts"] = new object[] { new PartArgs { InnerName = "p", Size = 7 }, new Dictionary<string, object> { ["innerName"] = "q" } },
            ["port"] = "http",
            ["raw"] = new Dictionary<string, object> { ["n"] = new[] { 1, 2 } },
        };

        await Run.UpdateAsync(RecordingCloud.WithState(state), () => thing = new Thing("thing"));

        Assert.Equal<string>(["a", "b"], await OutputUtilities.GetValueAsync(thing.Items));
        Assert.Equal(["p", "q"], (await OutputUtilities.GetValueAsync(thing.Parts)).Select(part => part.InnerName));
        Assert.Equal("http", (await OutputUtilities.GetValueAsync(thing.Port)).AsT1);
        var raw = Assert.IsType<ImmutableDictionary<string, object>>(await OutputUtilities.GetValueAsync(thing.Raw));
        Assert.Equal<object>([1.0, 2.0], Assert.IsType<ImmutableArray<object>>(raw["n"]));
    }

    [Fact]
    public async Task State_WithLong_FailsTheRun()
    {
        var message = await Run.FailAsync(
            RecordingCloud.WithState(new Dictionary<string, object> { ["count"] = 1L }), () => _ = new Thing("thing"));

        Assert.Contains("System.Int64 is not a supported argument type", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_WithAnonymousObjectInAListThatNoOutputAsksFor_FailsTheRun()
    {
        var message = await Run.FailAsync(
            RecordingCloud.WithState(new Dictionary<string, object> { ["other"] = new object[] { new { A = 1 } } }),
            () => _ = new Thing("thing"));

        Assert.Contains("is not a supported argument type", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_ThatIsNoDictionary_FailsTheRun()
    {
        var message = await Run.FailAsync(RecordingCloud.WithState("text"), () => _ = new Thing("thing"));

        Assert.Contains("System.String is not a supported argument type", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_OfTheWrongType_BecomesTheKnownDefault()
    {
        Thing thing = null!;
        var state = new Dictionary<string, object> { ["text"] = 1 };

        await Run.PreviewAsync(RecordingCloud.WithState(state), () => thing = new Thing("thing"));

        Assert.True(await OutputUtilities.GetIsKnownAsync(thing.Text));
        Assert.Null(await OutputUtilities.GetValueAsync(thing.Text));
    }

    [Fact]
    public async Task State_FractionForAnInteger_IsCutOff()
    {
        Thing thing = null!;

        await Run.PreviewAsync(
            RecordingCloud.WithState(new Dictionary<string, object> { ["count"] = 1.5 }), () => thing = new Thing("thing"));

        Assert.Equal(1, await OutputUtilities.GetValueAsync(thing.Count));
    }

    [Fact]
    public async Task State_ChangedByTheMockAfterwards_DoesNotChangeTheOutputs()
    {
        Thing thing = null!;
        var list = new List<object> { "a" };
        var state = new Dictionary<string, object> { ["items"] = list, ["text"] = "before" };

        await Run.PreviewAsync(RecordingCloud.WithState(state), () =>
        {
            thing = new Thing("thing");
        });
        list.Add("b");
        state["text"] = "after";

        Assert.Equal<string>(["a"], await OutputUtilities.GetValueAsync(thing.Items));
        Assert.Equal("before", await OutputUtilities.GetValueAsync(thing.Text));
    }

    [Fact]
    public async Task EmptyMocks_EchoTheInputsWithoutAnId()
    {
        Thing thing = null!;

        await Run.PreviewAsync(new EmptyMocks(), () => thing = new Thing("thing", new ThingArgs { Text = "a" }));

        Assert.Equal("a", await OutputUtilities.GetValueAsync(thing.Text));
        Assert.False(await OutputUtilities.GetIsKnownAsync(thing.Id));
    }

    [Fact]
    public async Task Inputs_JsonElementInput_ReadsNumbersAsDoubles()
    {
        var inputs = await InputsAsync(new ThingArgs { Json = JsonDocument.Parse("[1]") });

        Assert.Equal<object>([1.0], Assert.IsType<ImmutableArray<object>>(inputs["json"]));
    }

    private static async Task<ImmutableDictionary<string, object>> InputsAsync(ThingArgs args)
    {
        var mocks = new RecordingCloud();
        await Run.UpdateAsync(mocks, () => _ = new Thing("thing", args));
        return mocks.Of("thing").Inputs;
    }
}
