using DrInfra.Drctl.Reports;
using DrInfra.Recovery.Figures;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Drctl.Reports;

public class ExplanationTextTests
{
    private static readonly Source Source = new(SourceKind.Fact, "fact");

    [Fact]
    public void Explanation_ShowsEveryNodeWithItsSource() => Assert.StartsWith(
        $$"""
        orders, region: MetOnAssumption, rests on assumption restore-rate, assumption adoption
          promised by {{SampleReports.Parameter}}
          RPO promised 5m: Met
            leaf replica lag = 1 s typical, 20 s worst [enforced]
              from property parameters[0].value of {{SampleReports.Cluster}}
              from fact aurora-lag <https://example.com/aurora>
          RTO promised 1h: MetOnAssumption
            sum restore of the backup = 31m40s (1900 s) typical, 48m20s (2900 s) worst [assumption]
              over copying it back = 16m40s (1000 s) typical, 33m20s (2000 s) worst [assumption]
                leaf size = 100 GB [enforced]
                  from promise stores[0].sizeGb of {{SampleReports.Parameter}}
                leaf rate = 0.1 GB/s typical, 0.05 GB/s worst [assumption]
                  from assumption restore-rate
              leaf adoption of the new cluster = 15 min (900 s) [assumption]
                from assumption adoption

        """,
        ExplanationText.Render([SampleReports.Full.Report.Objectives[0]]),
        StringComparison.Ordinal);

    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(119.5, "119.5 s")]
    [InlineData(8400, "140 min (8400 s)")]
    [InlineData(36000, "600 min (36000 s)")]
    [InlineData(86400, "24 h (86400 s)")]
    [InlineData(121, "2m1s (121 s)")]
    [InlineData(3600.5, "about 1h1m (3600.5 s)")]
    [InlineData(3661, "about 1h2m (3661 s)")]
    public void Duration_HasItsExactSeconds(double seconds, string text) => Assert.Equal(
        [$"leaf step = {text} [limit]", "  from fact fact"], ExplanationText.Tree(Derivation.Leaf("step", Figure.Exactly(seconds, Basis.Limit), Source)));

    [Fact]
    public void SampleExplanation_RecomputesByHand()
    {
        var trees = ExplanationReader.Trees(ExplanationText.Render(SampleReports.Full.Report.Objectives));

        Assert.Equal(6, trees.Count);
        Assert.Empty(trees.SelectMany(ExplanationReader.Mistakes));
    }

    [Fact]
    public void WrongFigure_IsFound()
    {
        var text = ExplanationText.Render(SampleReports.Full.Report.Objectives).ChangeAll("(2900 s)", "(2901 s)");

        Assert.Equal(2, ExplanationReader.Trees(text).SelectMany(ExplanationReader.Mistakes).Count());
    }

    [Fact]
    public void AnyDerivation_ReadsBackAndRecomputes() => Prop.ForAll(Trees(4).ToArbitrary(), tree =>
    {
        var read = ExplanationReader.Trees(string.Join('\n', ExplanationText.Tree(tree)));

        Assert.Equal(Count(tree), read.Sum(Count));
        Assert.Empty(read.SelectMany(ExplanationReader.Mistakes));
        Assert.Equal((tree.Figure.Typical, tree.Figure.Worst), (read[0].Typical, read[0].Worst));
    }).QuickCheckThrowOnFailure();

    private static int Count(Derivation node) => 1 + node.Parts.Sum(Count);

    private static int Count(ExplanationReader.Node node) => 1 + node.Parts.Sum(Count);

    private static Gen<Derivation> Trees(int depth) => depth == 0
        ? Leaves()
        : Gen.OneOf(
            Leaves(),
            from parts in Trees(depth - 1).ListOf(3) from label in Labels() select Derivation.Sum(label, [.. parts]),
            from parts in Trees(depth - 1).ListOf(2) from label in Labels() select Derivation.Max(label, [.. parts]),
            from parts in Trees(depth - 1).ListOf(3) from label in Labels() select Derivation.Min(label, [.. parts]),
            from usual in Trees(depth - 1) from bound in Trees(depth - 1) from label in Labels() select Derivation.Bounded(label, usual, bound),
            from step in Trees(depth - 1)
                from count in Gen.Choose(1, 5)
                select Derivation.Times("retries", step, Derivation.Quantity("count", count, "x", Basis.Enforced, Source)),
            from size in Gen.Choose(0, 100_000) from rate in Gen.Choose(1, 500) select Derivation.Over(
                "copying", Derivation.Quantity("size", size, "GB", Basis.Enforced, Source),
                Derivation.Quantity("rate", rate / 1000.0, "GB/s", Basis.Assumption, Source)));

    private static Gen<string> Labels() => Gen.Elements("step", "a = b [limit]", "sum of = parts", "two\nlines", "1 s typical, 2 s worst");

    private static Gen<Derivation> Leaves() => Gen.OneOf(
        from label in Labels() from worst in Gen.Choose(0, 1_000_000) from typical in Gen.Choose(0, 100) from basis in Gen.Choose(0, 6)
        select Derivation.Leaf(label, new Figure(worst / 7.0 * typical / 100, worst / 7.0, (Basis)basis), Source),
        Gen.Choose(0, 86_400).Select(seconds => Derivation.Leaf("typically", Figure.Typically(seconds), Source)),
        Gen.Constant(Derivation.Never("never", "there is no way")),
        Gen.Constant(Derivation.Leaf("unknown", Figure.Unknown, Source)));
}
