using DrInfra.Recovery.Figures;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Recovery.Figures;

public class DerivationTests
{
    private const double Never = double.PositiveInfinity;

    [Fact]
    public void EveryFigure_ComesFromItsParts() => Prop.ForAll(Trees(3).ToArbitrary(), tree =>
    {
        DerivationCheck.Recompute(tree);
        Assert.True(tree.Figure.IsUnbounded == (tree.Figure.Basis == Basis.Unbounded), $"{tree.Figure}");
        Assert.True(tree.Figure.IsUnknown == (tree.Figure.Basis == Basis.Unknown), $"{tree.Figure}");
        Assert.True(tree.Figure.IsUnknown || tree.Figure is { Typical: not null and not double.NaN, Worst: not double.NaN }, $"{tree.Figure}");
        return true;
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(1000));

    [Fact]
    public void Nothing_OfEachOperation()
    {
        Assert.Equal(Figure.Zero, Derivation.Sum("sum").Figure);
        Assert.Equal(Figure.Zero, Derivation.Max("max").Figure);
        Assert.Equal(Figure.Never, Derivation.Min("min").Figure);
    }

    [Theory]
    [InlineData(100, 0.5, 0.25, 200, 400)]
    [InlineData(100, 0.5, Never, 200, Never)]
    [InlineData(0, 0.5, Never, 0, 0)]
    [InlineData(100, 0, 0, Never, Never)]
    [InlineData(100, Never, Never, Never, Never)]
    public void AmountOverRate_TakesTheSlowestAtWorst(double amount, double typicalRate, double worstRate, double typical, double worst)
    {
        var rate = double.IsPositiveInfinity(worstRate) ? Figure.Typically(typicalRate) : new Figure(typicalRate, worstRate, Basis.Assumption);
        var figure = Derivation.Over("restore", Derivation.Quantity("size", amount, "GB", Basis.Enforced), Derivation.Quantity("rate", rate, "GB/s")).Figure;
        Assert.Equal((typical, worst), (figure.Typical, figure.Worst));
    }

    [Fact]
    public void NoughtTimesAnything_IsNought()
    {
        var count = Derivation.Quantity("steps", 0, "x", Basis.Enforced);
        Assert.Equal(Figure.Exactly(0, Basis.Enforced), Derivation.Times("never", Derivation.Never("no way", "nothing does it"), count).Figure);
    }

    [Theory]
    [InlineData(30, 600, 600)]
    [InlineData(900, 600, 900)]
    [InlineData(30, Never, Never)]
    [InlineData(Never, 600, Never)]
    public void Bound_IsNeverBelowWhatIsUsual(double typical, double bound, double worst)
    {
        var figure = Derivation.Bounded(
            "lag",
            Derivation.Leaf("usual", Figure.Typically(typical)),
            Derivation.Leaf("alarm", Figure.Exactly(bound, Basis.Alarm))).Figure;
        Assert.Equal(new Figure(typical, worst, double.IsPositiveInfinity(worst) ? Basis.Unbounded : Basis.Alarm), figure);
    }

    [Fact]
    public void Leaves_AreInReadingOrder()
    {
        var tree = Derivation.Sum(
            "all", Derivation.Leaf("a", Figure.Zero), Derivation.Max("both", Derivation.Leaf("b", Figure.Zero), Derivation.Leaf("c", Figure.Zero)));
        Assert.Equal(["a", "b", "c"], tree.Leaves().Select(leaf => leaf.Label));
    }

    private static Gen<Derivation> Trees(int depth) => depth == 0
        ? FigureGen.Figures.Select(figure => Derivation.Leaf("leaf", figure))
        : from operation in Gen.Elements(Enum.GetValues<Operation>())
          from parts in Trees(depth - 1).ListOf(2)
          select operation switch
          {
              Operation.Sum => Derivation.Sum("sum", [.. parts]),
              Operation.Max => Derivation.Max("max", [.. parts]),
              Operation.Min => Derivation.Min("min", [.. parts]),
              Operation.Times => Derivation.Times("times", parts[0], parts[1]),
              Operation.Over => Derivation.Over("over", parts[0], parts[1]),
              Operation.Bounded => Derivation.Bounded("bounded", parts[0], parts[1]),
              _ => parts[0],
          };
}
