using Pulumi;
using Pulumi.Utilities;

namespace DrInfra.Tests.Sdk;

public sealed class UnionTests
{
    [Fact]
    public void Union_OfTheFirstType_ShowsIt()
    {
        Union<int, string> union = 5;

        Assert.True(union.IsT0);
        Assert.Equal(5, union.AsT0);
        Assert.Equal(5, union.Value);
        Assert.Equal("number 5", union.Match(number => $"number {number}", text => text));
        Assert.False(union.TryPickT1(out _, out var remainder));
        Assert.Equal(5, remainder);
        Assert.Throws<InvalidOperationException>(() => union.AsT1);
    }

    [Fact]
    public void Union_OfTheSecondType_ShowsIt()
    {
        var union = Union<int, string>.FromT1("x");
        var seen = "";

        union.Switch(_ => { }, text => seen = text);

        Assert.True(union.IsT1);
        Assert.Equal("x", union.AsT1);
        Assert.Equal("x", seen);
        Assert.Equal("X", union.MapT1(text => text.ToUpperInvariant()).AsT1);
        Assert.Equal("x", union.Bimap(number => number + 1, text => text).AsT1);
        Assert.Throws<InvalidOperationException>(() => union.AsT0);
    }

    [Fact]
    public void Union_Equality_ComparesTypeAndValue()
    {
        Assert.True(Union<int, string>.FromT0(1) == 1);
        Assert.True(Union<int, string>.FromT0(1) != "1");
        Assert.True(Union<int, int>.FromT0(1) != Union<int, int>.FromT1(1));
        Assert.Equal(Union<int, string>.FromT1("a").GetHashCode(), Union<int, string>.FromT1("a").GetHashCode());
    }

    [Fact]
    public async Task InputUnion_FromEachKindOfSource_HoldsItsValue()
    {
        InputUnion<int, string> number = 1;
        InputUnion<int, string> text = "a";
        InputUnion<int, string> numberOutput = Output.Create(2);
        InputUnion<int, string> textInput = (Input<string>)"b";
        InputUnion<int, string> union = Union<int, string>.FromT1("c");

        Assert.Equal(1, (await ValueAsync(number)).AsT0);
        Assert.Equal("a", (await ValueAsync(text)).AsT1);
        Assert.Equal(2, (await ValueAsync(numberOutput)).AsT0);
        Assert.Equal("b", (await ValueAsync(textInput)).AsT1);
        Assert.Equal("c", (await ValueAsync(union)).AsT1);
    }

    [Fact]
    public async Task OutputExtensions_OnUnions_LookInside()
    {
        var output = Output.Create(Union<int, string>.FromT1("a"));

        Assert.False(await OutputUtilities.GetValueAsync(output.IsT0()));
        Assert.True(await OutputUtilities.GetValueAsync(output.IsT1()));
        Assert.Equal("a", await OutputUtilities.GetValueAsync(output.AsT1()));
        Assert.Equal("a", await OutputUtilities.GetValueAsync(output.Value()));
    }

    [Fact]
    public async Task ListsAndMapsOfUnions_TakeBothTypes()
    {
        var list = new InputList<Union<int, string>>();
        list.Add((Input<int>)1);
        list.Add((Input<string>)"a");
        var map = new InputMap<Union<int, string>>();
        map.Add("n", (Input<int>)2);

        var values = await OutputUtilities.GetValueAsync(list.ToOutput());
        var entries = await OutputUtilities.GetValueAsync(map.ToOutput());

        Assert.Equal([1, "a"], values.Select(value => value.Value));
        Assert.Equal(2, entries["n"].AsT0);
    }

    private static Task<Union<int, string>> ValueAsync(InputUnion<int, string> input) => OutputUtilities.GetValueAsync(input.ToOutput());
}
