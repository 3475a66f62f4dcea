using DrInfra.Drctl.Recording;
using DrInfra.Policies.Graph;
using DrInfra.Recovery.Settings.Kit;
using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Tests.Drctl.Recording;

public class ProgramRecorderTests
{
    private const string Prefix = "urn:pulumi:dev::shop::";

    [Fact]
    public async Task Urns_NameTheWholeChainOfParents()
    {
        var graph = await Record(() =>
        {
            var outer = new Group("outer", type: "test:index:Outer").Done();
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer }).Done();
            var thing = new Thing("thing", options: new CustomResourceOptions { Parent = inner });
            _ = new Thing("below", options: new CustomResourceOptions { Parent = thing });
            _ = new Thing("alone");
        });

        Assert.Equal(
            [
                $"{Prefix}pulumi:pulumi:Stack::shop-dev",
                $"{Prefix}test:index:Thing::alone",
                $"{Prefix}test:index:Outer::outer",
                $"{Prefix}test:index:Outer$test:index:Group::inner",
                $"{Prefix}test:index:Outer$test:index:Group$test:index:Thing::thing",
                $"{Prefix}test:index:Outer$test:index:Group$test:index:Thing$test:index:Thing::below",
            ],
            graph.Resources.Select(resource => resource.Urn));
        Assert.Null(graph.Resources[0].Parent);
        Assert.Equal(graph.Resources[0].Urn, Named(graph, "alone").Parent);
        Assert.Equal(Named(graph, "thing").Urn, Named(graph, "below").Parent);
        Assert.Equal([false, true, false, false, true, true], graph.Resources.Select(resource => resource.Custom));
    }

    [Fact]
    public async Task IdsAndOutputs_AreTheCloudsOverTheInputs()
    {
        var graph = await RecordOne(() => new Thing("thing", new ThingArgs { Text = "a", Count = OutputUtilities.CreateUnknown(1) }));

        var thing = Named(graph, "thing");
        Assert.Equal("thing-id", thing.Id);
        Assert.Equal(MapOf(("count", PropertyValue.Unknown), ("text", PropertyValue.Of("a"))), thing.Inputs);
        Assert.Equal(MapOf(("arn", PropertyValue.Of("arn:thing")), ("count", PropertyValue.Unknown), ("text", PropertyValue.Of("a"))), thing.Outputs);
        Assert.True(graph.Emulated);
    }

    [Fact]
    public async Task AComponent_HasTheOutputsItRegisters()
    {
        var graph = await RecordOne(() => new Group("group").Done());

        var group = Named(graph, "group");
        Assert.Equal(MapOf(("region", PropertyValue.Of("eu-west-1"))), group.Outputs);
        Assert.False(group.Custom);
        Assert.Null(group.Id);
    }

    [Fact]
    public async Task TheProvider_IsTheOwnElseTheNearestComponents()
    {
        var graph = await Record(() =>
        {
            var west = new CloudProvider("west", new CloudArgs { Region = "w", Strict = true, DefaultTags = new PartArgs { Size = 3 } });
            var east = new CloudProvider("east");
            var outer = new Group("outer", new ComponentResourceOptions { Provider = west }).Done();
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer, Providers = { east } }).Done();
            var own = new Thing("own", options: new CustomResourceOptions { Parent = inner, Provider = west });
            _ = new Thing("from-inner", options: new CustomResourceOptions { Parent = inner });
            _ = new Thing("from-outer", options: new CustomResourceOptions { Parent = outer });
            _ = new Thing("from-own", options: new CustomResourceOptions { Parent = own });
            _ = new Thing("none");
        });

        string Of(string name) => $"{Prefix}pulumi:providers:test::{name}::{name}-id";
        Assert.Equal(Of("west"), Named(graph, "own").Provider);
        Assert.Equal(Of("east"), Named(graph, "from-inner").Provider);
        Assert.Equal(Of("west"), Named(graph, "from-outer").Provider);
        Assert.Equal(Of("west"), Named(graph, "from-own").Provider);
        Assert.Null(Named(graph, "none").Provider);
        Assert.Null(Named(graph, "inner").Provider);
        Assert.Equal(["east", "west"], graph.Resources.Skip(1).Take(2).Select(resource => resource.Name));
        Assert.Equal(
            MapOf(("defaultTags", PropertyValue.Of("""{"size":3}""")), ("region", PropertyValue.Of("w")), ("strict", PropertyValue.Of("true"))),
            Named(graph, "west").Inputs);
        Assert.All(Named(graph, "west").Inputs, input => Assert.Equal(input.Value, Named(graph, "west").Outputs[input.Key]));
    }

    [Fact]
    public async Task Protection_IsInheritedUnlessTheChildSaysOtherwise()
    {
        var graph = await Record(() =>
        {
            var outer = new Group("outer", new ComponentResourceOptions { Protect = true }).Done();
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer }).Done();
            _ = new Thing("kept", options: new CustomResourceOptions { Parent = inner });
            _ = new Thing("open", options: new CustomResourceOptions { Parent = inner, Protect = false });
            _ = new Thing("alone");
        });

        Assert.Equal(["inner", "kept", "outer"], graph.Resources.Where(resource => resource.Protect).Select(resource => resource.Name).Order());
    }

    [Fact]
    public async Task RetentionAndWhatItGoesWith_AreInheritedUnlessTheChildSaysOtherwise()
    {
        var graph = await Record(() =>
        {
            var (cluster, other) = (new Thing("cluster"), new Thing("other"));
            var outer = new Group("outer", new ComponentResourceOptions { RetainOnDelete = true, DeletedWith = cluster }).Done();
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer }).Done();
            var inherited = new Thing("inherited", options: new CustomResourceOptions { Parent = inner });
            _ = new Thing("below", options: new CustomResourceOptions { Parent = inherited });
            _ = new Thing("own", options: new CustomResourceOptions { Parent = inner, RetainOnDelete = false, DeletedWith = other });
        });

        Assert.Equal(
            ["below", "inherited", "inner", "outer"],
            graph.Resources.Where(resource => resource.RetainOnDelete).Select(resource => resource.Name).Order());
        Assert.Equal(
            ["below cluster", "inherited cluster", "inner cluster", "outer cluster", "own other"],
            from resource in graph.Resources
            where resource.DeletedWith is not null
            orderby resource.Name
            select $"{resource.Name} {resource.DeletedWith!.Split("::")[^1]}");
        AssertInOrder(graph);
    }

    [Fact]
    public async Task Options_AreRecorded()
    {
        var graph = await Record(() =>
        {
            var options = new CustomResourceOptions
            {
                IgnoreChanges = { "text" },
                ReplaceOnChanges = { "count" },
                RetainOnDelete = true,
                DeleteBeforeReplace = false,
                AdditionalSecretOutputs = { "arn" },
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromHours(2) },
                Aliases =
                {
                    new Alias { Name = "old" }, new Alias { Urn = "urn:pulumi:a::b::c:d:E::f" }, new Alias { Type = "test:index:Old", NoParent = true },
                },
            };
            _ = new Thing("thing", options: options);
            options.IgnoreChanges.Add("later");
        });

        var thing = Named(graph, "thing");
        Assert.Equal(["text"], thing.IgnoreChanges);
        Assert.Equal(["count"], thing.ReplaceOnChanges);
        Assert.True(thing.RetainOnDelete);
        Assert.False(thing.DeleteBeforeReplace);
        Assert.Equal(["arn"], thing.AdditionalSecretOutputs);
        Assert.Equal(PropertyValue.Secret(PropertyValue.Of("arn:thing")), thing.Outputs["arn"]);
        Assert.Equal(new ResourceTimeouts(Create: 7200), thing.CustomTimeouts);
        Assert.Equal([$"{Prefix}test:index:Thing::old", "urn:pulumi:a::b::c:d:E::f", $"{Prefix}test:index:Old::thing"], thing.Aliases);
    }

    [Fact]
    public async Task Dependencies_AreThePropertiesAndTheExplicitOnes()
    {
        var graph = await Record(() =>
        {
            var a = new Thing("a");
            var b = new Thing("b");
            var c = new Thing("c");
            _ = new Thing(
                "user",
                new ThingArgs { Text = Output.Format($"{a.Arn}-{b.Arn}"), Parts = { new PartArgs { Key = a.Id } }, Names = { "x", b.Arn }, Count = 1 },
                new CustomResourceOptions { DependsOn = { c } });
        });

        var user = Named(graph, "user");
        var (urnA, urnB, urnC) = (Named(graph, "a").Urn, Named(graph, "b").Urn, Named(graph, "c").Urn);
        Assert.Equal([urnA, urnB, urnC], user.Dependencies);
        Assert.Equal(["names", "parts", "text"], user.PropertyDependencies.Keys);
        Assert.Equal([urnA, urnB], user.PropertyDependencies["text"]);
        Assert.Equal([urnA], user.PropertyDependencies["parts"]);
        Assert.Equal([urnB], user.PropertyDependencies["names"]);
    }

    [Fact]
    public async Task DependingOnAComponent_IsDependingOnTheCustomResourcesInIt()
    {
        var graph = await Record(() =>
        {
            var outer = new Group("outer").Done();
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer }).Done();
            var one = new Thing("one", options: new CustomResourceOptions { Parent = outer });
            _ = new Thing("two", options: new CustomResourceOptions { Parent = inner });
            _ = new Thing("below", options: new CustomResourceOptions { Parent = one });
            _ = new Thing("user", options: new CustomResourceOptions { DependsOn = { outer } });
            _ = new Thing("by-urn", new ThingArgs { Text = outer.Urn });
            _ = new Thing("later", new ThingArgs { Text = "x" }, new CustomResourceOptions { Parent = outer });
        });

        string[] expected = [.. new[] { "one", "two", "later" }.Select(name => Named(graph, name).Urn).Order(StringComparer.Ordinal)];
        Assert.Equal(expected, Named(graph, "user").Dependencies);
        Assert.Equal(expected, Named(graph, "by-urn").PropertyDependencies["text"]);
        AssertInOrder(graph);
    }

    [Fact]
    public async Task DependingOnAComponentWhoseContentsNeedTheDependent_IsRefusedWithTheCircle()
    {
        var exception = await Assert.ThrowsAsync<ProblemsException>(() => Record(() =>
        {
            var group = new Group("group").Done();
            var user = new Thing("user", options: new CustomResourceOptions { DependsOn = { group } });
            _ = new Thing("inside", new ThingArgs { Text = user.Arn }, new CustomResourceOptions { Parent = group });
        }));

        Assert.Contains(
            "test:index:Thing inside -(text)-> test:index:Thing user -(dependsOn test:index:Group group)-> test:index:Thing inside",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AComponentThatDependsOnTheOneItIsIn_IsRefusedWithTheCircle()
    {
        var exception = await Assert.ThrowsAsync<ProblemsException>(() => Record(() =>
        {
            var outer = new Group("outer").Done();
            var inner = new Group("inner", new ComponentResourceOptions { Parent = outer, DependsOn = { outer } }).Done();
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = inner });
        }));

        Assert.Contains(
            "test:index:Group inner -(dependsOn test:index:Group outer)-> test:index:Thing thing -(parent)-> test:index:Group inner",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task AProviderMadeFromAResource_ComesAfterIt()
    {
        var graph = await Record(() =>
        {
            var cluster = new Thing("z-cluster");
            var provider = new CloudProvider("a-provider", new CloudArgs { Region = cluster.Arn });
            _ = new Thing("b-user", options: new CustomResourceOptions { Provider = provider });
        });

        Assert.Equal(["shop-dev", "z-cluster", "a-provider", "b-user"], graph.Resources.Select(resource => resource.Name));
        AssertInOrder(graph);
    }

    [Fact]
    public async Task StackOutputs_AreResolvedWithTheirMarks()
    {
        var graph = await ProgramRecorder.RecordAsync("shop", "dev", Clouds.Of(), () =>
        {
            var thing = new Thing("thing");
            return new Dictionary<string, object?>
            {
                ["arn"] = thing.Arn,
                ["late"] = thing.Late,
                ["password"] = Output.CreateSecret("hunter2"),
                ["plain"] = 5,
                ["nothing"] = null,
                ["nested"] = new Dictionary<string, object?> { ["arns"] = new object[] { thing.Arn, "b" } },
            };
        });

        Assert.Equal(
            MapOf(
                ("arn", PropertyValue.Of("arn:thing")),
                ("late", PropertyValue.Unknown),
                ("nested", MapOf(("arns", ListValue.Of([PropertyValue.Of("arn:thing"), PropertyValue.Of("b")])))),
                ("password", PropertyValue.Secret(PropertyValue.Of("hunter2"))),
                ("plain", PropertyValue.Of(5))),
            graph.Resources[0].Outputs);
        Assert.Equal("pulumi:pulumi:Stack", graph.Resources[0].Type);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ManyRuns_GiveTheSameGraph(bool slow)
    {
        var files = new HashSet<string>();
        for (var i = 0; i < 12; i++)
        {
            var graph = await ProgramRecorder.RecordAsync("shop", "dev", Clouds.Of(slow), Program);
            using var stream = new MemoryStream();
            GraphFile.Write(graph, stream);
            files.Add(Convert.ToBase64String(stream.ToArray()));
            AssertInOrder(graph);
            Assert.Equal(54, graph.Resources.Count);
        }

        Assert.Single(files);

        static IDictionary<string, object?> Program()
        {
            var provider = new CloudProvider("cloud");
            for (var g = 0; g < 4; g++)
            {
                var group = new Group($"group-{g}", new ComponentResourceOptions { Provider = provider });
                for (var t = 0; t < 6; t++)
                {
                    var thing = new Thing(
                        $"thing-{g}-{t}", new ThingArgs { Tags = { ["b"] = "2", ["a"] = "1" } }, new CustomResourceOptions { Parent = group });
                    var name = $"inside-apply-{g}-{t}";
                    thing.Arn.Apply(arn => new Thing(name, new ThingArgs { Text = arn, Names = { thing.Id } }, new CustomResourceOptions { Parent = group }));
                }

                group.Done();
            }

            return new Dictionary<string, object?>();
        }
    }

    [Fact]
    public async Task TwoRunsAtOnce_DoNotMix()
    {
        var graphs = await Task.WhenAll(Enumerable.Range(0, 6).Select(i =>
            ProgramRecorder.RecordAsync("shop", $"s{i}", Clouds.Of(slow: true), () =>
            {
                _ = new Thing($"thing-{i}");
                return new Dictionary<string, object?>();
            })));

        Assert.Equal(
            Enumerable.Range(0, 6).Select(i => $"urn:pulumi:s{i}::shop::test:index:Thing::thing-{i}"),
            graphs.Select(graph => graph.Resources[^1].Urn));
    }

    internal static Task<ResourceGraph> Record(Action program) => ProgramRecorder.RecordAsync("shop", "dev", Clouds.Of(), () =>
    {
        program();
        return new Dictionary<string, object?>();
    });

    internal static Task<ResourceGraph> RecordOne(Func<Resource> program) => Record(() => _ = program());

    internal static GraphResource Named(ResourceGraph graph, string name) => graph.Resources.Single(resource => resource.Name == name);

    internal static MapValue MapOf(params (string Key, PropertyValue Value)[] members) =>
        MapValue.Of(members.Select(member => KeyValuePair.Create(member.Key, member.Value)));

    private static void AssertInOrder(ResourceGraph graph)
    {
        var seen = new HashSet<string>();
        foreach (var resource in graph.Resources)
        {
            var needed = resource.Dependencies.Concat(resource.PropertyDependencies.Values.SelectMany(urns => urns));
            Assert.All(needed.Append(resource.Parent).Append(resource.DeletedWith).OfType<string>(), urn => Assert.Contains(urn, seen));
            Assert.True(resource.Provider is null || seen.Contains(resource.Provider[..resource.Provider.LastIndexOf("::", StringComparison.Ordinal)]));
            Assert.True(seen.Add(resource.Urn));
        }
    }
}
