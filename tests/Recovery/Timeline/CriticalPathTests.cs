using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;
using DrInfra.Tests.Recovery.Figures;
using FsCheck;
using FsCheck.Fluent;

namespace DrInfra.Tests.Recovery.Timeline;

public class CriticalPathTests
{
    [Fact]
    public void NoSteps_TakeNoTime() => Assert.Equal(Figure.Zero, CriticalPath.Of("rto").Figure);

    [Fact]
    public void Failover_IsASumWithItsBranchesSideBySide()
    {
        var rto = CriticalPath.Of(
            "rto",
            Step("redirect", 60, "data", "capacity"),
            Step("detect", 90),
            Step("decide", 900, "detect"),
            Step("pods", 60, "capacity"),
            Step("data", 120, "decide", "detect"),
            Step("capacity", 300, "decide"),
            Step("reconnect", 30, "redirect", "pods"));
        Assert.Equal("sum(detect, decide, max(sum(max(data, capacity), redirect), sum(capacity, pods)), reconnect)", Shape(rto));
        Assert.Equal(Figure.Exactly(90 + 900 + 300 + 60 + 30, Basis.Enforced), rto.Figure);
    }

    [Fact]
    public void StepsThatWaitForTheSame_ShareIt()
    {
        var rto = CriticalPath.Of("rto", Step("a", 1), Step("b", 2), Step("c", 3, "a", "b"), Step("d", 4, "b", "a"));
        Assert.Equal("sum(max(a, b), max(c, d))", Shape(rto));
        Assert.Equal(6, rto.Figure.Worst);
    }

    [Theory]
    [InlineData("a<b b<a", "steps wait for each other: a -> b -> a")]
    [InlineData("a<a", "steps wait for each other: a -> a")]
    [InlineData("a b<a,d c<b d<c e<d", "steps wait for each other: b -> c -> d -> b")]
    [InlineData("a b<x", "step 'b' waits for 'x', which is no step")]
    [InlineData("a a", "two steps have the id 'a'")]
    public void ImpossibleOrder_IsNamed(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<ArgumentException>(() => CriticalPath.Of("rto", Read(text))).Message, StringComparison.Ordinal);

    [Fact]
    public void AnyOrder_TakesAsLongAsItsLongestWay() => Prop.ForAll(Graphs(12).ToArbitrary(), steps =>
    {
        var derivation = CriticalPath.Of("rto", steps);
        Assert.Equal(Naive(steps), derivation.Figure);
        DerivationCheck.Recompute(derivation);
        return true;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void EntangledSteps_AreShownByTheirLongestChains()
    {
        var steps = new List<RecoveryStep>();
        for (var row = 0; row < 40; row++)
        {
            foreach (var (column, next) in new[] { ("a", "b"), ("b", "c"), ("c", "a") })
            {
                string[] after = row == 0 ? [] : [$"{column}{row - 1}", $"{next}{row - 1}"];
                steps.Add(
                    new RecoveryStep($"{column}{row}", Derivation.Leaf(column, new Figure(column == "a" ? 5 : 1, column == "a" ? 6 : 9, Basis.Limit)), after));
            }
        }

        var derivation = CriticalPath.Of("rto", steps);
        Assert.Equal(Naive(steps), derivation.Figure);
        Assert.Equal(80, derivation.Leaves().Count());
        DerivationCheck.Recompute(derivation);
    }

    [Fact]
    public void LongChain_IsNoTrouble()
    {
        var steps = Enumerable.Range(0, 5_000).Select(at => at == 0 ? Step("0", 1) : Step($"{at}", 1, $"{at - 1}")).Reverse().ToList();
        Assert.Equal(5_000, CriticalPath.Of("rto", steps).Figure.Worst);
    }

    private static RecoveryStep Step(string id, double seconds, params string[] after) =>
        new(id, Derivation.Leaf(id, Figure.Exactly(seconds, Basis.Enforced)), after);

    private static List<RecoveryStep> Read(string text) =>
        [.. text.Split(' ').Select(step => step.Split('<')).Select(parts => Step(parts[0], 1, parts.Length == 1 ? [] : parts[1].Split(',')))];

    private static string Shape(Derivation derivation) => derivation.Operation == Operation.Leaf
        ? derivation.Label
        : $"{derivation.Operation.ToString().ToLowerInvariant()}({string.Join(", ", derivation.Parts.Select(Shape))})";

    private static Figure Naive(IReadOnlyList<RecoveryStep> steps)
    {
        var byId = steps.ToDictionary(step => step.Id);
        var over = new Dictionary<string, Figure>();
        Figure Over(string id)
        {
            if (!over.TryGetValue(id, out var figure))
            {
                figure = byId[id].After.Aggregate(Figure.Zero, (longest, before) => Figure.Max(longest, Over(before))) + byId[id].Duration.Figure;
                over.Add(id, figure);
            }

            return figure;
        }

        return steps.Aggregate(Figure.Zero, (longest, step) => Figure.Max(longest, Over(step.Id)));
    }

    private static Gen<List<RecoveryStep>> Graphs(int most) =>
        from count in Gen.Choose(1, most)
        from figures in FigureGen.Figures.ListOf(count)
        from edges in Gen.Choose(0, 2).ListOf(count * count)
        from turn in Gen.Choose(0, count)
        let steps = Enumerable.Range(0, count).Select(at => new RecoveryStep(
            $"s{at}",
            Derivation.Leaf($"s{at}", figures.ElementAt(at)),
            [.. Enumerable.Range(0, at).Where(before => edges.ElementAt((at * count) + before) == 0).Select(before => $"s{before}")])).ToList()
        select steps[turn..].Concat(steps[..turn]).ToList();
}
