using DrInfra.Policies.Graph;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Policies.Graph;

public class PropertyValueTests
{
    [Fact]
    public void AnyValue_SurvivesWritingAndReading()
    {
        var property = FsCheck.Fluent.Prop.ForAll(Values(4).ToArbitrary(), value =>
        {
            var resource = new GraphResource
            {
                Urn = "urn:pulumi:dev::shop::a:b:C::d", Type = "a:b:C", Name = "d", Inputs = MapValue.Of([new("value", value)]),
            };
            var read = GraphFileTests.Read(GraphFileTests.Write(new ResourceGraph("shop", "dev", [resource], true)));
            return read.Resources[0].Inputs.Equals(resource.Inputs) && read.Resources[0].Inputs.GetHashCode() == resource.Inputs.GetHashCode();
        });

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(300).WithReplay(3, 5), property);
    }

    [Fact]
    public void AMap_IsOrderedAndKeepsTheLastOfTwo()
    {
        var map = MapValue.Of([new("b", PropertyValue.Of(1)), new("B", PropertyValue.Of(2)), new("a", PropertyValue.Of(3)), new("b", PropertyValue.Of(4))]);

        Assert.Equal(["B", "a", "b"], map.Keys);
        Assert.Equal(PropertyValue.Of(4), map["b"]);
        Assert.Null(map["c"]);
        Assert.False(map.TryGetValue("A", out _));
    }

    [Fact]
    public void Marks_AreSeenThroughAnyDepth()
    {
        var value = ListValue.Of([MapValue.Of([new("a", PropertyValue.Secret(PropertyValue.Unknown))])]);

        Assert.True(value.ContainsSecret);
        Assert.True(value.ContainsUnknown);
        Assert.False(ListValue.Of([PropertyValue.Of("a")]).ContainsSecret);
        Assert.False(ListValue.Of([PropertyValue.Of("a")]).ContainsUnknown);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    public void ANumberThatJsonCannotHold_IsRefused(double number) => Assert.Throws<ArgumentOutOfRangeException>(() => PropertyValue.Of(number));

    [Theory]
    [InlineData("urn:pulumi:dev::shop::a:b:C$d:e:F::name::with", true, "d:e:F", "name::with")]
    [InlineData("urn:pulumi:dev::shop::a:b:C::", true, "a:b:C", "")]
    [InlineData("urn:pulumi:dev::shop::a:b:C", false, "", "")]
    [InlineData("urn:other:dev::shop::a:b:C::d", false, "", "")]
    public void AUrn_IsTakenApart(string text, bool valid, string type, string name)
    {
        Assert.Equal(valid, ResourceUrn.TryParse(text, out var urn));
        if (valid)
        {
            Assert.Equal((type, name, text), (urn.Type, urn.Name, urn.ToString()));
        }
    }

    private static Gen<PropertyValue> Values(int depth)
    {
        Gen<PropertyValue>[] leaves =
        [
            Gen.Constant(PropertyValue.Null),
            Gen.Constant(PropertyValue.Unknown),
            Gen.Constant(PropertyValue.Secret(PropertyValue.Of(SecretValue.Placeholder))),
            ArbMap.Default.GeneratorFor<bool>().Select(PropertyValue.Of),
            ArbMap.Default.GeneratorFor<string?>().Select(text => PropertyValue.Of(text ?? "")),
            ArbMap.Default.GeneratorFor<double>().Where(double.IsFinite).Select(PropertyValue.Of),
            ArbMap.Default.GeneratorFor<int>().Select(number => PropertyValue.Of(number)),
        ];
        if (depth == 0)
        {
            return Gen.OneOf(leaves);
        }

        var inner = Values(depth - 1);
        var members = inner.ListOf().Select(values => MapValue.Of(values.Select((value, i) => KeyValuePair.Create($"key {i % 7}", value))));
        return Gen.OneOf(
        [
            .. leaves,
            inner.ListOf().Select(PropertyValue (values) => ListValue.Of(values)),
            members.Select(PropertyValue (map) => map),
            members.Select(PropertyValue (map) => new MarkedValue(MarkedKind.Asset, map)),
        ]);
    }
}
