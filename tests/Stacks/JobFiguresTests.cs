using DrInfra.Policies.Graph;
using DrInfra.Recovery;
using DrInfra.Recovery.Figures;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Tests.Stacks;

/// <summary>The figures of the shipped stream job, recomputed by hand.</summary>
[Collection(ShippedStacksGroup.Name)]
[Trait("Practice", "T2")]
public class JobFiguresTests(ShippedStacks stacks)
{
    private const string CatchesUp = "sessions catches up";
    private const double Replay = 1860;

    // Two intervals and fifteen minutes, three bad minutes, and one until they are evaluated.
    private const double Age = (35 + 3 + 1) * 60;

    [Fact]
    public void CatchUp_IsWhatWaitedOverTheSurplus()
    {
        // By the step of the plan or by load, whichever is the sooner.
        var rto = Region(stacks.Dev.Graph, stacks.Dr.Graph).Rto.Parts.MinBy(part => part.Figure.Worst)!;
        var catchUp = Part(rto, CatchesUp);
        var until = Part(rto, "the job does not run").Figure.Worst!.Value;

        Assert.Equal((Age + Replay + until) * 4 / 20, catchUp.Figure.Worst!.Value, 6);
        Assert.Equal(Age, Part(catchUp, "age of the savepoint").Figure.Worst);
        Assert.Equal(rto.Figure.Worst, until + catchUp.Figure.Worst);
    }

    [Theory]
    [InlineData("\"surplusMbPerSecond\":20", "\"surplusMbPerSecond\":10", 2)]
    [InlineData("\"surplusMbPerSecond\":20", "\"surplusMbPerSecond\":40", 0.5)]
    [InlineData("\"inputMbPerSecond\":4", "\"inputMbPerSecond\":12", 3)]
    public void CatchUp_GrowsAsTheArithmeticSays(string text, string other, double times) => Assert.Equal(
        Part(Region(stacks.Dev.Graph, stacks.Dr.Graph).Rto, CatchesUp).Figure.Worst!.Value * times,
        Part(Promising(text, other).Rto, CatchesUp).Figure.Worst!.Value,
        6);

    // 40 GB more at 250 MB/s are 160 s, in which input waits too.
    [Fact]
    public void MoreState_StartsLaterAndWaitsLonger() => Assert.Equal(
        Region(stacks.Dev.Graph, stacks.Dr.Graph).Rto.Figure.Worst!.Value + 160 + (160 * 4 / 20.0),
        Promising("\"stateGb\":40", "\"stateGb\":80").Rto.Figure.Worst!.Value,
        6);

    [Fact]
    public void NothingThatCanBeReadAgain_LosesTheWorkSinceTheSavepoint()
    {
        var outcome = Promising("\"reads\":[\"feed\"],", "");

        Assert.Equal(0, Part(Region(stacks.Dev.Graph, stacks.Dr.Graph).Rpo, "work that is lost").Figure.Worst);
        Assert.Equal((ObjectiveVerdict.Breached, Age), (outcome.RpoVerdict, outcome.Rpo.Figure.Worst));
    }

    [Fact]
    public void ReportTellsHowResultsAreWritten()
    {
        Assert.Contains("again to the same effect", Labels(Region(stacks.Dev.Graph, stacks.Dr.Graph).Rpo), StringComparison.Ordinal);
        Assert.Contains(
            "at least once",
            Labels(Promising("\"results\":\"idempotent\",\"reads\"", "\"results\":\"at-least-once\",\"reads\"").Rpo),
            StringComparison.Ordinal);
    }

    [Fact]
    public void WithoutItsAlarm_TheAgeIsThatOfItsParts()
    {
        var outcome = Region(stacks.Dev.Graph, stacks.Dr.Graph.Without("events-sessions-savepoint-age-eu-central-1"));
        var age = Part(outcome.Rto, "age of the newest savepoint that has arrived");

        Assert.Equal(["time between savepoints", "a savepoint is taken"], age.Parts.Select(part => part.Label).Take(2));
        Assert.Equal(600, age.Parts[0].Figure.Worst);
    }

    private Outcome Promising(string text, string other) => Region(
        stacks.Dev.Graph.Replacing("events-manifest-eu-west-1", Escaped(text), Escaped(other)),
        stacks.Dr.Graph.Replacing("events-manifest-eu-central-1", Escaped(text), Escaped(other)));

    private static string Escaped(string text) => text.Length == 0 ? text : text.ChangeAll("\"", "\\\"");

    private static Outcome Region(params ResourceGraph[] graphs) =>
        ShippedVerdicts.Of(graphs).Objectives.Single(outcome => outcome is { Workload: "events", Disruption: Disruption.Region });

    private static Derivation Part(Derivation whole, string label) => All(whole).First(part => part.Label == label);

    private static string Labels(Derivation whole) => string.Join('\n', All(whole).Select(part => part.Label));

    private static IEnumerable<Derivation> All(Derivation whole) => whole.Parts.SelectMany(All).Prepend(whole);
}
