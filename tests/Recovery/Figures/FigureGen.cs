using DrInfra.Recovery.Figures;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Recovery.Figures;

/// <summary>Figures of every sort; small whole numbers, so that sums are exact and equal ones are frequent.</summary>
internal static class FigureGen
{
    public static Gen<Figure> Bounded { get; } =
        from worst in Gen.Choose(0, 8)
        from typical in Gen.Choose(0, worst)
        from basis in Gen.Choose((int)Basis.None, (int)Basis.Assumption)
        select new Figure(typical, worst, (Basis)basis);

    public static Gen<Figure> Figures { get; } = Gen.Frequency(
        (6, Bounded),
        (2, Gen.Choose(0, 8).Select(typical => Figure.Typically(typical))),
        (1, Gen.Constant(Figure.Never)),
        (1, Gen.Constant(Figure.Unknown)),
        (1, Gen.Constant(Figure.Zero)));
}
