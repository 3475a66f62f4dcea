using DrInfra.Recovery.Figures;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Recovery.Figures;

public class FigureTests
{
    public static TheoryData<string> Operations => ["sum", "max", "min"];

    [Theory]
    [MemberData(nameof(Operations))]
    public void Order_DoesNotMatter(string name) => Pairs((a, b) => Assert.Equal(Apply(name, a, b), Apply(name, b, a)));

    [Theory]
    [MemberData(nameof(Operations))]
    public void Grouping_DoesNotMatter(string name) =>
        Triples((a, b, c) => Assert.Equal(Apply(name, Apply(name, a, b), c), Apply(name, a, Apply(name, b, c))));

    [Theory]
    [InlineData("max")]
    [InlineData("min")]
    public void Twice_IsOnce(string name) => Pairs((a, _) => Assert.Equal(a, Apply(name, a, a)));

    [Theory]
    [MemberData(nameof(Operations))]
    public void LongerPart_NeverMakesItShorter(string name) => Triples((a, b, c) =>
    {
        var longer = Figure.Max(a, b);
        var (with, without) = (Apply(name, longer, c), Apply(name, a, c));
        Assert.True(Rank(with) >= Rank(without), $"{without} and {with}");
        if (!with.IsUnknown && !without.IsUnknown)
        {
            Assert.True(with.Typical >= without.Typical, $"{without} and {with}");
        }
    });

    [Theory]
    [MemberData(nameof(Operations))]
    public void BasisAndWorst_AgreeAboutTheEnd(string name) => Pairs((a, b) =>
    {
        var figure = Apply(name, a, b);
        Assert.Equal(figure.IsUnbounded, figure.Basis == Basis.Unbounded);
        Assert.Equal(figure.IsUnknown, figure.Basis == Basis.Unknown);
        Assert.True(figure.IsUnknown || figure.Typical is not null);
    });

    [Theory]
    [InlineData("sum")]
    [InlineData("max")]
    public void Unbounded_AbsorbsEverything(string name) => Pairs((a, b) =>
    {
        Assert.True(Apply(name, a, Figure.Never) == Figure.Never);
        Assert.True(!a.IsUnbounded || Apply(name, a, b).IsUnbounded);
    });

    [Theory]
    [InlineData("sum")]
    [InlineData("max")]
    public void Unknown_LeavesOnlyUnboundedKnown(string name) =>
        Pairs((a, _) => Assert.Equal(a.IsUnbounded ? Figure.Never : Figure.Unknown, Apply(name, a, Figure.Unknown)));

    [Fact]
    public void Unknown_CannotMakeAShorterWayWorse() => Pairs((a, b) =>
    {
        var figure = Figure.Min(a, Figure.Unknown);
        Assert.Equal(a.IsUnbounded || a.IsUnknown, figure.IsUnknown);
        Assert.True(figure.IsUnknown || figure == a);
    });

    [Fact]
    public void Sum_RestsOnTheWeakest() => Pairs((a, b) =>
    {
        if (Rank(a) < double.PositiveInfinity && Rank(b) < double.PositiveInfinity && !(a + b).IsUnknown)
        {
            Assert.Equal((Basis)Math.Max((int)a.Basis, (int)b.Basis), (a + b).Basis);
        }
    });

    [Fact]
    public void Min_PicksTheBetter() => Pairs((a, b) =>
    {
        var figure = Figure.Min(a, b);
        Assert.Equal(Math.Min(Rank(a), Rank(b)), Rank(figure));
        Assert.Equal(a.Worst == b.Worst ? (Basis)Math.Min((int)a.Basis, (int)b.Basis) : Rank(a) < Rank(b) ? a.Basis : b.Basis, figure.Basis);
    });

    [Theory]
    [InlineData(5, 9, 3, 15, 27)]
    [InlineData(5, double.PositiveInfinity, 2, 10, double.PositiveInfinity)]
    [InlineData(double.PositiveInfinity, double.PositiveInfinity, 0, 0, 0)]
    public void Multiple_IsOfBoth(double typical, double worst, double times, double typicals, double worsts)
    {
        var figure = new Figure(typical, worst, Basis.Limit) * times;
        Assert.Equal((typicals, worsts), (figure.Typical, figure.Worst));
    }

    [Fact]
    public void ExactlyWithoutEnd_IsNever() => Assert.Equal(Figure.Never, Figure.Exactly(double.PositiveInfinity, Basis.Limit));

    private static Figure Apply(string name, Figure a, Figure b) => name switch
    {
        "sum" => a + b,
        "max" => Figure.Max(a, b),
        "min" => Figure.Min(a, b),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "not an operation"),
    };

    // Unknown stands between every bounded figure and no bound at all.
    private static double Rank(Figure figure) => figure.Worst ?? double.MaxValue;

    private static void Pairs(Action<Figure, Figure> check) => Triples((a, b, _) => check(a, b));

    private static void Triples(Action<Figure, Figure, Figure> check) => Prop.ForAll(
        FigureGen.Figures.Three().ToArbitrary(),
        three =>
        {
            check(three.Item1, three.Item2, three.Item3);
            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2000));
}
