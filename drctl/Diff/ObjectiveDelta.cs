using DrInfra.Recovery;
using DrInfra.Recovery.Timeline;

namespace DrInfra.Drctl.Diff;

/// <summary>What a workload gets under a disruption, before and after; null where it is not judged on that side.</summary>
public sealed record ObjectiveDelta(Outcome? Before, Outcome? After)
{
    public string Workload => (After ?? Before)!.Workload;

    public Disruption Disruption => (After ?? Before)!.Disruption;

    /// <summary>The workload, with its pair where it is one of several.</summary>
    public string Subject => (After ?? Before)!.Subject;

    /// <summary>The figures that keep the promise before the change, and break it after.</summary>
    public IReadOnlyList<Ground> Broken => After is null ? [] :
    [
        .. After.Grounds.Where(ground => ground.Verdict == ObjectiveVerdict.Breached
            && Before?.Grounds.First(old => old.Measure == ground.Measure).Verdict != ObjectiveVerdict.Breached),
    ];

    /// <summary>Whether nobody can tell yet what the workload gets.</summary>
    public bool IsNotJudged => After?.Verdict == ObjectiveVerdict.Unknown;

    /// <summary>What the change is to the workload.</summary>
    public DeltaKind Kind => (Before, After) switch
    {
        (null, _) => DeltaKind.New,
        (_, null) => DeltaKind.Gone,
        var (before, after) => Compared(before!, after!),
    };

    /// <summary>Whether an outcome is of the same workload, pair and disruption.</summary>
    public bool IsSame(Outcome outcome) => outcome.Workload == Workload && outcome.Disruption == Disruption
        && (outcome.Pair == After?.Pair || outcome.Pair == Before?.Pair);

    /// <summary>Whether an outcome is worse than before, in the figures that the change breaks, else in any.</summary>
    public bool IsAsBad(Outcome outcome) => Broken.Count > 0
        ? outcome.Grounds.Any(ground => ground.Verdict == ObjectiveVerdict.Breached && Broken.Any(broken => broken.Measure == ground.Measure))
        : Before is not null && Compared(Before, outcome) == DeltaKind.Worse;

    /// <summary>All of them, in the order of the wanted stacks' objectives; those that go last.</summary>
    public static IReadOnlyList<ObjectiveDelta> Of(IReadOnlyList<Outcome> before, IReadOnlyList<Outcome> after)
    {
        // A pair alone is the same under another name.
        var pairs = before.Concat(after).Any(outcome => outcome.AmongPairs);
        var old = before.ToLookup(Key);
        var kept = after.Select(Key).ToHashSet();
        return
        [
            .. after.Select(outcome => new ObjectiveDelta(old[Key(outcome)].FirstOrDefault(), outcome)),
            .. before.Where(outcome => !kept.Contains(Key(outcome))).Select(outcome => new ObjectiveDelta(outcome, null)),
        ];

        (string? Pair, string Workload, Disruption Disruption) Key(Outcome outcome) => (pairs ? outcome.Pair : null, outcome.Workload, outcome.Disruption);
    }

    private static DeltaKind Compared(Outcome before, Outcome after)
    {
        var rpo = Compared(before.Rpo.Figure.Worst, after.Rpo.Figure.Worst);
        var rto = Compared(before.Rto.Figure.Worst, after.Rto.Figure.Worst);
        var figures = rpo > 0 || rto > 0 ? DeltaKind.Worse : rpo < 0 || rto < 0 ? DeltaKind.Better : DeltaKind.Same;

        // A promise that is taken back, or lowered, makes nothing better.
        var judged = before.Verdict != ObjectiveVerdict.NotApplicable && after.Verdict != ObjectiveVerdict.NotApplicable;
        return judged && after.Verdict > before.Verdict ? DeltaKind.Worse
            : figures == DeltaKind.Same && before.Objective != after.Objective ? DeltaKind.Promise
            : judged && after.Verdict < before.Verdict ? DeltaKind.Better
            : figures;
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
