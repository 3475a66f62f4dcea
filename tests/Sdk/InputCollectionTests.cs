using System.Collections;
using System.Collections.Immutable;
using DrInfra.Tests.Sdk.Samples;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class InputCollectionTests
{
    [Fact]
    public async Task List_Initialiser_TakesValuesInputsAndOutputs()
    {
        Input<string> input = "c";
        InputList<string> list = new() { "a", Output.Create("b"), input };

        Assert.Equal<string>(["a", "b", "c"], await ValuesAsync(list));
    }

    public static TheoryData<InputList<string>> ListsOfTwo() =>
    [
        new[] { "a", "b" },
        new Output<string>[] { Output.Create("a"), Output.Create("b") },
        new Input<string>[] { "a", Output.Create("b") },
        new List<string> { "a", "b" },
        new List<Output<string>> { Output.Create("a"), Output.Create("b") },
        new List<Input<string>> { "a", "b" },
        ImmutableArray.Create("a", "b"),
        ImmutableArray.Create(Output.Create("a"), Output.Create("b")),
        ImmutableArray.Create<Input<string>>("a", "b"),
        Output.Create(new[] { "a", "b" }),
        Output.Create(new List<string> { "a", "b" }),
        Output.Create<IEnumerable<string>>(["a", "b"]),
        Output.Create(ImmutableArray.Create("a", "b")),
    ];

    [Theory]
    [MemberData(nameof(ListsOfTwo), DisableDiscoveryEnumeration = true)]
    public async Task List_FromAnyKindOfList_HasItsElements(InputList<string> list) =>
        Assert.Equal<string>(["a", "b"], await ValuesAsync(list));

    [Fact]
    public async Task List_FromOneElement_HasIt()
    {
        InputList<string> fromValue = "a";
        InputList<string> fromOutput = Output.Create("b");
        InputList<string> fromInput = (Input<string>)"c";

        Assert.Equal<string>(["a"], await ValuesAsync(fromValue));
        Assert.Equal<string>(["b"], await ValuesAsync(fromOutput));
        Assert.Equal<string>(["c"], await ValuesAsync(fromInput));
    }

    [Fact]
    public async Task List_Concat_LeavesBothAsTheyWere()
    {
        InputList<string> first = "a";
        InputList<string> second = "b";

        var both = first.Concat(second);
        first.Add("x");

        Assert.Equal<string>(["a", "b"], await ValuesAsync(both));
        Assert.Equal<string>(["a", "x"], await ValuesAsync(first));
        Assert.Equal<string>(["b"], await ValuesAsync(second));
    }

    [Fact]
    public async Task List_AddRange_AppendsTheOther()
    {
        InputList<string> list = new() { "a" };

        list.AddRange(Output.Create(ImmutableArray.Create("b", "c")));

        Assert.Equal<string>(["a", "b", "c"], await ValuesAsync(list));
    }

    [Fact]
    public async Task List_OneUnknownElement_MakesTheWholeUnknown()
    {
        InputList<string> list = new() { "a", OutputUtilities.CreateUnknown("b") };

        Assert.False(await OutputUtilities.GetIsKnownAsync(list.ToOutput()));
    }

    [Fact]
    public async Task List_EnumeratedAsynchronously_GivesItsElements()
    {
        InputList<string> list = new() { "a", Output.Create("b") };
        var seen = new List<string>();

        await foreach (var element in list)
        {
            seen.Add(await OutputUtilities.GetValueAsync(element.ToOutput()));
        }

        Assert.Equal(["a", "b"], seen);
    }

    [Fact]
    public async Task List_EnumeratedWithAnUnknownElement_GivesNothing()
    {
        InputList<string> list = new() { "a", OutputUtilities.CreateUnknown("b") };
        var seen = 0;

        await foreach (var element in list)
        {
            seen++;
        }

        Assert.Equal(0, seen);
    }

    [Fact]
    public async Task List_EnumeratedWithASecretElement_GivesItOpen()
    {
        InputList<string> list = new() { Output.CreateSecret("a") };

        await foreach (var element in list)
        {
            Assert.Equal("a", await OutputUtilities.GetValueAsync(element.ToOutput()));
            Assert.False(await Output.IsSecretAsync(element.ToOutput()));
        }

        Assert.True(await Output.IsSecretAsync(list.ToOutput()));
    }

    [Fact]
    public async Task List_EnumeratedWithAnElementOfAResource_GivesItWithoutDependency()
    {
        var dependencies = new List<int>();

        await Deployment.TestAsync(new RecordingCloud(), new TestOptions(), async () =>
        {
            InputList<string> list = new() { new Thing("thing").Id };
            await foreach (var element in list)
            {
                dependencies.Add((await OutputUtilities.GetDependenciesAsync(element.ToOutput())).Count);
            }

            dependencies.Add((await OutputUtilities.GetDependenciesAsync(list.ToOutput())).Count);
        });

        Assert.Equal([0, 1], dependencies);
    }

    [Fact]
    public void ListAndMap_EnumeratedSynchronously_AreNotSupported()
    {
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputList<string>()).GetEnumerator());
        Assert.Throws<NotSupportedException>(() => ((IEnumerable)new InputMap<string>()).GetEnumerator());
    }

    [Fact]
    public async Task Map_Initialisers_TakeValuesInputsAndOutputs()
    {
        InputMap<string> indexed = new() { ["a"] = "1", ["b"] = Output.Create("2") };
        InputMap<string> added = new() { { "a", "1" }, { "b", Output.Create("2") } };

        Assert.Equal(Map(("a", "1"), ("b", "2")), await ValuesAsync(indexed));
        Assert.Equal(Map(("a", "1"), ("b", "2")), await ValuesAsync(added));
    }

    [Fact]
    public async Task Map_FromAnyKindOfMap_HasItsEntries()
    {
        var expected = Map(("a", "1"));
        InputMap<string> fromDictionary = new Dictionary<string, string> { ["a"] = "1" };
        InputMap<string> fromImmutable = expected;
        InputMap<string> fromOutput = Output.Create(new Dictionary<string, string> { ["a"] = "1" });
        InputMap<string> fromInterface = Output.Create<IDictionary<string, string>>(new Dictionary<string, string> { ["a"] = "1" });
        InputMap<string> fromImmutableOutput = Output.Create(expected);

        foreach (var map in new[] { fromDictionary, fromImmutable, fromOutput, fromInterface, fromImmutableOutput })
        {
            Assert.Equal(expected, await ValuesAsync(map));
        }
    }

    [Fact]
    public async Task Map_SameKeyWithEqualValue_IsIgnored()
    {
        InputMap<string> map = new() { { "a", "1" }, { "a", Output.Create("1") } };

        Assert.Equal(Map(("a", "1")), await ValuesAsync(map));
    }

    [Fact]
    public async Task Map_SameKeyWithOtherValueByAdd_FailsWhenResolved()
    {
        InputMap<string> map = new() { { "a", "1" }, { "a", "2" } };

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => ValuesAsync(map));

        Assert.Contains("Key 'a' already exists in the map with a different value.", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_SameKeyWithOtherValueByIndexer_FailsWhenResolved()
    {
        InputMap<string> map = new() { ["a"] = "1" };
        map["a"] = "2";

        await Assert.ThrowsAsync<ArgumentException>(() => ValuesAsync(map));
    }

    [Fact]
    public async Task Map_AddRangeWithAKeyThatIsThere_FailsWhenResolvedThoughTheValuesAreEqual()
    {
        InputMap<string> map = new() { ["a"] = "1" };

        map.AddRange(new InputMap<string> { ["a"] = "1" });

        var failure = await Assert.ThrowsAsync<ArgumentException>(() => ValuesAsync(map));
        Assert.Contains("Key: 'a'", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_InitialiserOfAMapWithAKeyThatIsThere_FailsWhenResolvedThoughTheValuesAreEqual()
    {
        InputMap<string> map = new() { { "a", "1" }, Map(("a", "1"), ("b", "2")) };

        await Assert.ThrowsAsync<ArgumentException>(() => ValuesAsync(map));
    }

    [Fact]
    public async Task Map_AddRange_IgnoresItsOwnEntriesAndNoOthers()
    {
        InputMap<string> common = new() { ["a"] = "1" };
        InputMap<string> twice = new() { common, common };
        InputMap<string> alike = new() { common, new InputMap<string> { ["a"] = "1" } };

        Assert.Equal(Map(("a", "1")), await ValuesAsync(twice));
        await Assert.ThrowsAsync<ArgumentException>(() => ValuesAsync(alike));
    }

    [Fact]
    public async Task Map_AddRangeWithAKeyThatIsThere_FailsTheRun()
    {
        var message = await Run.FailAsync(() => _ = new Thing("thing", new ThingArgs
        {
            Tags = new InputMap<string> { { "a", "1" }, new InputMap<string> { { "a", "1" } } },
        }));

        Assert.Contains("Key: 'a'", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Map_Merge_TheSecondWins()
    {
        InputMap<string> first = new() { ["a"] = "1", ["b"] = "1" };
        InputMap<string> second = new() { ["b"] = "2", ["c"] = "2" };

        var merged = InputMap<string>.Merge(first, second);

        Assert.Equal(Map(("a", "1"), ("b", "2"), ("c", "2")), await ValuesAsync(merged));
        Assert.Equal(Map(("a", "1"), ("b", "1")), await ValuesAsync(first));
    }

    [Fact]
    public async Task Input_ConvertsBothWays_AndNullIsTheDefault()
    {
        Input<string> fromValue = "a";
        Output<string> output = fromValue;
        Input<int>? none = null;

        Assert.Equal("a", await OutputUtilities.GetValueAsync(output));
        Assert.Equal("a!", await OutputUtilities.GetValueAsync(fromValue.Apply(value => value + "!")));
        Assert.Equal(0, await OutputUtilities.GetValueAsync(none.ToOutput()));
    }

    private static Task<ImmutableArray<string>> ValuesAsync(InputList<string> list) => OutputUtilities.GetValueAsync(list.ToOutput());

    private static Task<ImmutableDictionary<string, string>> ValuesAsync(InputMap<string> map) =>
        OutputUtilities.GetValueAsync(map.ToOutput());

    private static ImmutableDictionary<string, string> Map(params (string Key, string Value)[] entries) =>
        entries.ToImmutableDictionary(entry => entry.Key, entry => entry.Value);
}
