using System.Collections.Immutable;
using DrInfra.Drctl.Recording;
using DrInfra.Policies.Graph;
using Pulumi;
using Pulumi.Utilities;
using static DrInfra.Tests.Drctl.Recording.ProgramRecorderTests;

namespace DrInfra.Tests.Drctl.Recording;

public class PropertyMarksTests
{
    private static readonly PropertyValue Hidden = PropertyValue.Secret(PropertyValue.Of("hunter2"));

    [Fact]
    public async Task EveryKindOfInput_IsRead()
    {
        var inputs = await InputsOf(new ThingArgs
        {
            Text = "a",
            Count = 3,
            Either = 7,
            Document = """{"a":[1,null,true],"b":"c"}""",
            Colour = Colour.Red,
            Names = { "x", "y" },
            Tags = { ["k"] = "v" },
            Part = new PartArgs { Size = 1 },
            Parts = { new PartArgs { Size = 2, Key = "k" } },
            Any = ImmutableDictionary<string, object?>.Empty.Add("n", 1.5).Add("gone", null).Add("l", ImmutableArray.Create<object>("a", true)),
        });

        Assert.Equal(
            """
            {"any":{"l":["a",true],"n":1.5},"colour":"red","count":3,"document":{"a":[1,null,true],"b":"c"},"either":7,"names":["x","y"],"part":{"size":1},
              "parts":[{"key":"k","size":2}],"tags":{"k":"v"},"text":"a"}
            """.OneLine(),
            inputs.ToString());
    }

    [Fact]
    public async Task UnsetAndNullInputs_AreAbsent() =>
        Assert.Equal(MapValue.Empty, await InputsOf(new ThingArgs { Text = Output.Create((string?)null)! }));

    [Fact]
    public async Task AssetsAndArchives_AreMarked()
    {
        var inputs = await InputsOf(new ThingArgs { Code = new StringAsset("print(1)"), Any = new AssetArchive(new Dictionary<string, AssetOrArchive>()) });

        Assert.Equal(MarkedKind.Asset, Assert.IsType<MarkedValue>(inputs["code"]).Kind);
        Assert.Equal(MarkedKind.Archive, Assert.IsType<MarkedValue>(inputs["any"]).Kind);
    }

    [Fact]
    public async Task AResourceAsInput_IsAReferenceAndADependency()
    {
        var graph = await RecordOne(() => new Thing("user", new ThingArgs { Other = new Thing("used") }));

        var (user, used) = (Named(graph, "user"), Named(graph, "used"));
        Assert.Equal(
            new MarkedValue(MarkedKind.Resource, MapOf(("id", PropertyValue.Of("used-id")), ("urn", PropertyValue.Of(used.Urn)))), user.Inputs["other"]);
        Assert.Equal([used.Urn], user.PropertyDependencies["other"]);
    }

    [Fact]
    public async Task ASecret_StaysAsDeepAsItIs()
    {
        var inputs = await InputsOf(new ThingArgs
        {
            Text = Output.CreateSecret("hunter2"),
            Part = new PartArgs { Size = 1, Key = Output.CreateSecret("hunter2") },
            Parts = { new PartArgs { Key = "open" }, new PartArgs { Key = Output.CreateSecret("hunter2") } },
            Any = new Dictionary<string, object> { ["deep"] = new object[] { Output.CreateSecret("hunter2"), "open" } },
        });

        Assert.Equal(Hidden, inputs["text"]);
        Assert.Equal(MapOf(("key", Hidden), ("size", PropertyValue.Of(1))), inputs["part"]);
        Assert.Equal(ListValue.Of([MapOf(("key", PropertyValue.Of("open"))), MapOf(("key", Hidden))]), inputs["parts"]);
        Assert.Equal(MapOf(("deep", ListValue.Of([Hidden, PropertyValue.Of("open")]))), inputs["any"]);
    }

    [Fact]
    public async Task ASecretInAListOrMap_IsNeverOpen()
    {
        var inputs = await InputsOf(new ThingArgs
        {
            Names = { "open", Output.CreateSecret("hunter2") },
            Tags = { ["open"] = "v", ["password"] = Output.CreateSecret("hunter2") },
            Parts = Output.CreateSecret(new[] { new PartArgs { Key = "hunter2" } }),
        });

        Assert.Equal(ListValue.Of([PropertyValue.Of("open"), Hidden]), inputs["names"]);
        Assert.Equal(MapOf(("open", PropertyValue.Of("v")), ("password", Hidden)), inputs["tags"]);
        Assert.IsType<SecretValue>(inputs["parts"]);
        Assert.DoesNotContain("hunter2", inputs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknown_StaysAsDeepAsItIs()
    {
        var inputs = await InputsOf(new ThingArgs
        {
            Text = OutputUtilities.CreateUnknown("x"),
            Part = new PartArgs { Size = 1, Key = OutputUtilities.CreateUnknown("x") },
            Parts = { new PartArgs { Key = "known" }, new PartArgs { Key = OutputUtilities.CreateUnknown("x") } },
            Tags = { ["known"] = "v", ["unknown"] = OutputUtilities.CreateUnknown("x") },
            Names = { "known", OutputUtilities.CreateUnknown("x") },
        });

        Assert.Equal(PropertyValue.Unknown, inputs["text"]);
        Assert.Equal(MapOf(("key", PropertyValue.Unknown), ("size", PropertyValue.Of(1))), inputs["part"]);
        Assert.Equal(ListValue.Of([MapOf(("key", PropertyValue.Of("known"))), MapOf(("key", PropertyValue.Unknown))]), inputs["parts"]);
        Assert.Equal(MapOf(("known", PropertyValue.Of("v")), ("unknown", PropertyValue.Unknown)), inputs["tags"]);
        Assert.Equal(ListValue.Of([PropertyValue.Of("known"), PropertyValue.Unknown]), inputs["names"]);
    }

    [Fact]
    public async Task AnUnknownInListsAndMapsInLists_StaysAsDeepAsItIs()
    {
        var inputs = await InputsOf(new ThingArgs
        {
            Parts =
            {
                new PartArgs { Labels = { OutputUtilities.CreateUnknown("x"), "known", Output.CreateSecret("hunter2") } },
                new PartArgs { Marks = { ["unknown"] = OutputUtilities.CreateUnknown("x"), ["secret"] = Output.CreateSecret("hunter2"), ["known"] = "v" } },
                OutputUtilities.CreateUnknown(new PartArgs()),
            },
        });

        Assert.Equal(
            ListValue.Of(
            [
                MapOf(("labels", ListValue.Of([PropertyValue.Unknown, PropertyValue.Of("known"), Hidden]))),
                MapOf(("marks", MapOf(("known", PropertyValue.Of("v")), ("secret", Hidden), ("unknown", PropertyValue.Unknown)))),
                PropertyValue.Unknown,
            ]),
            inputs["parts"]);
    }

    [Fact]
    public async Task AnUnknownInAListOrMap_LeavesTheOthersTheirDependencies()
    {
        var graph = await RecordOne(() =>
        {
            var (known, late) = (new Thing("known"), new Thing("late"));
            return new Thing("user", new ThingArgs
            {
                Names = { known.Id, late.Late },
                Tags = { ["known"] = known.Id, ["late"] = late.Late },
                Parts = { new PartArgs { Labels = { known.Id, late.Late } } },
            });
        });

        var user = Named(graph, "user");
        Assert.Equal(ListValue.Of([PropertyValue.Of("known-id"), PropertyValue.Unknown]), user.Inputs["names"]);
        Assert.Equal(MapOf(("known", PropertyValue.Of("known-id")), ("late", PropertyValue.Unknown)), user.Inputs["tags"]);
        string[] both = [Named(graph, "known").Urn, Named(graph, "late").Urn];
        Assert.Equal(["names", "parts", "tags"], user.PropertyDependencies.Keys);
        Assert.All(user.PropertyDependencies.Values, urns => Assert.Equal(both, urns));
    }

    [Fact]
    public void AnSdkThatKeepsElementsElsewhere_IsNamed()
    {
        var failure = Assert.Throws<NotSupportedException>(() => OutputReader.ElementsOf(typeof(List<string>)));

        Assert.Contains("List`1[System.String] of System.Private.CoreLib ", failure.Message, StringComparison.Ordinal);
        Assert.Contains("no private property 'Value'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnUnknownList_IsUnknownWhole()
    {
        InputList<string> names = OutputUtilities.CreateUnknown(ImmutableArray<string>.Empty);
        names.Add("known");

        Assert.Equal(PropertyValue.Unknown, (await InputsOf(new ThingArgs { Names = names }))["names"]);
    }

    [Fact]
    public async Task ASecretListWithMoreAddedToIt_StaysSecretWhole()
    {
        InputList<string> names = Output.CreateSecret(ImmutableArray.Create("hunter2"));
        names.Add(Output.CreateSecret("more"));

        Assert.IsType<SecretValue>((await InputsOf(new ThingArgs { Names = names }))["names"]);
    }

    [Fact]
    public async Task AnOutputNamedLikeASecretInput_IsSecretWhereTheInputIs()
    {
        var graph = await RecordOne(() => new Thing("thing", new ThingArgs
        {
            Text = Output.CreateSecret("hunter2"),
            Part = new PartArgs { Size = 1, Key = Output.CreateSecret("hunter2") },
            Parts = { new PartArgs { Key = Output.CreateSecret("hunter2") } },
            Count = 2,
        }));

        var outputs = Named(graph, "thing").Outputs;
        Assert.Equal(Hidden, outputs["text"]);
        Assert.Equal(MapOf(("key", Hidden), ("size", PropertyValue.Of(1))), outputs["part"]);
        Assert.IsType<SecretValue>(outputs["parts"]);
        Assert.Equal(PropertyValue.Of(2), outputs["count"]);
        Assert.DoesNotContain("hunter2", outputs.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task AnOutputTheCloudDoesNotTell_IsUnknownToItsUsers()
    {
        var graph = await RecordOne(() => new Thing("user", new ThingArgs { Text = new Thing("thing").Late, Names = { new Thing("no-id").Id } }));

        var user = Named(graph, "user");
        Assert.Equal(PropertyValue.Unknown, user.Inputs["text"]);
        Assert.True(user.Inputs["names"]!.ContainsUnknown);
        Assert.Equal([Named(graph, "thing").Urn], user.PropertyDependencies["text"]);
        Assert.False(Named(graph, "thing").Outputs.ContainsKey("late"));
        Assert.Null(Named(graph, "no-id").Id);
    }

    private static async Task<MapValue> InputsOf(ThingArgs args) => Named(await RecordOne(() => new Thing("thing", args)), "thing").Inputs;
}
