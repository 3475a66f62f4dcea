using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Diff;

/// <summary>What a workload gets under a disruption, before and after; null where it is not judged on that side.</summary>
public sealed record ObjectiveDelta(Outcome? Before, Outcome? After)
{
    public string Workload => (After ?? Before)!.Workload;

    public Disruption Disruption => (After ?? Before)!.Disruption;

    /// <summary>Whether nobody can tell yet what the workload gets.</summary>
    public bool IsNotJudged => After?.Verdict == ObjectiveVerdict.Unknown;

    /// <summary>What the change is to the workload.</summary>
    public DeltaKind Kind => (Before, After) switch
    {
        (null, _) => DeltaKind.New,
        (_, null) => DeltaKind.Gone,
        var (before, after) when before!.Verdict != after!.Verdict => after.Verdict > before.Verdict ? DeltaKind.Worse : DeltaKind.Better,
        var (before, after) => Compared(before!, after!),
    };

    /// <summary>All of them, in the order of the wanted stacks' objectives; those that go last.</summary>
    public static IReadOnlyList<ObjectiveDelta> Of(IReadOnlyList<Outcome> before, IReadOnlyList<Outcome> after)
    {
        var old = before.ToLookup(outcome => (outcome.Workload, outcome.Disruption));
        var kept = after.Select(outcome => (outcome.Workload, outcome.Disruption)).ToHashSet();
        return
        [
            .. after.Select(outcome => new ObjectiveDelta(old[(outcome.Workload, outcome.Disruption)].FirstOrDefault(), outcome)),
            .. before.Where(outcome => !kept.Contains((outcome.Workload, outcome.Disruption))).Select(outcome => new ObjectiveDelta(outcome, null)),
        ];
    }

    private static DeltaKind Compared(Outcome before, Outcome after)
    {
        var rpo = Compared(before.Rpo.Figure.Worst, after.Rpo.Figure.Worst);
        var rto = Compared(before.Rto.Figure.Worst, after.Rto.Figure.Worst);
        return rpo > 0 || rto > 0 ? DeltaKind.Worse
            : rpo < 0 || rto < 0 ? DeltaKind.Better
            : before.Objective != after.Objective ? DeltaKind.Promise
            : DeltaKind.Same;
    }

    // What is unknown is worse than any figure.
    private static int Compared(double? before, double? after) => (before, after) switch
    {
        (null, null) => 0,
        (null, _) => -1,
        (_, null) => 1,
        // Dust of floating-point sums is no difference.
        var (a, b) when Math.Abs(b.Value - a.Value) < 1e-6 => 0,
        var (a, b) => b.Value.CompareTo(a.Value),
    };
}

/// <summary>What a change is to a workload under a disruption.</summary>
public enum DeltaKind
{
    Same,

    /// <summary>The figures are the same, and another promise was made.</summary>
    Promise,

    Better,

    New,

    Gone,

    Worse,
}
